-- Papers of an area's year. In the database, so that they are in its backups, on every node and behind its rights; in
-- pieces, since H2 keeps at most one megabyte in one value of this kind.
create table assessment_document (
    id            uuid not null,
    assessment_id bigint not null,
    name          varchar(200) not null,
    media_type    varchar(40) not null,
    size_bytes    integer not null,
    sha256        varchar(64) not null,
    added_at      timestamp with time zone not null,
    added_by      varchar(60) not null,
    removed_at    timestamp with time zone,
    removed_by    varchar(60),
    constraint assessment_document_pk primary key (id),
    constraint assessment_document_assessment_fk foreign key (assessment_id) references safety_assessment (id)
        on delete cascade
);
create index assessment_document_by_assessment on assessment_document (assessment_id);
create table assessment_document_piece (
    document_id uuid not null,
    position    integer not null,
    content     bytea not null,
    constraint assessment_document_piece_pk primary key (document_id, position),
    constraint assessment_document_piece_fk foreign key (document_id) references assessment_document (id) on delete cascade
);
comment on column assessment_document_piece.content is 'at most 512 KiB; pieces in order of position make the file';
