-- Photos of incidents, re-encoded by the service so that nothing but the picture is left. In the database, so that they
-- are where the record is: in its backups, on every node, behind its rights.
create table incident_photo (
    id          uuid not null,
    incident_id uuid not null,
    content     bytea,
    sha256      varchar(64) not null,
    width       integer not null,
    height      integer not null,
    added_by    varchar(60) not null,
    added_at    timestamp with time zone not null,
    removed_by  varchar(60),
    removed_at  timestamp with time zone,
    constraint incident_photo_pk primary key (id),
    constraint incident_photo_incident_fk foreign key (incident_id) references incident (id),
    constraint incident_photo_gone check (removed_at is not null or content is not null)
);
create index incident_photo_by_incident on incident_photo (incident_id);
comment on column incident_photo.content is 'JPEG of at most 1600 pixels a side and 1000000 bytes; null once removed';
comment on column incident_photo.width is 'pixels';
comment on column incident_photo.height is 'pixels';
