-- Local forces: security teams with a place on the map.
create sequence security_team_seq start with 1 increment by 50;
create table security_team (
    id             bigint not null,
    team_key       varchar(120) not null,
    name           varchar(200) not null,
    kind           varchar(40) not null,
    member_count   integer,
    area_id        bigint not null,
    valid_from     date,
    valid_to       date,
    synthetic      boolean not null,
    synthetic_note varchar(500),
    position       geometry(Point, 4326) not null,
    version        bigint not null,
    constraint security_team_pk primary key (id),
    constraint security_team_key_unique unique (team_key),
    constraint security_team_area_fk foreign key (area_id) references territorial_unit (id)
);
create index security_team_by_area on security_team (area_id);
