-- Every state an incident ever had, written by Hibernate's audit log in the same transaction as the change.
create sequence changeset_seq start with 1 increment by 1;
create table changeset (
    id         bigint not null,
    changed_at timestamp with time zone not null,
    username   varchar(60) not null,
    constraint changeset_pk primary key (id)
);
create table incident_history (
    id                  uuid not null,
    changeset_id        bigint not null,
    modification_type   smallint not null,
    version             bigint,
    position            geometry(Point, 4326),
    place_accuracy      varchar(20),
    occurred_at         timestamp with time zone,
    occurred_until      timestamp with time zone,
    reported_at         timestamp with time zone,
    local_date          date,
    local_month         integer,
    local_hour          integer,
    category            varchar(20),
    severity            varchar(40),
    major_case          boolean,
    persons_involved    integer,
    dead                integer,
    injured             integer,
    damage_dong         bigint,
    handling_level      varchar(20),
    state               varchar(20),
    note                varchar(2000),
    register_commune_id bigint,
    near_border         boolean,
    withdrawn           boolean,
    synthetic           boolean,
    synthetic_note      varchar(500),
    created_by          varchar(60),
    created_at          timestamp with time zone,
    changed_at          timestamp with time zone,
    -- (id, changeset) and not the other way round: on PostGIS the other order made reading a history ten times slower.
    constraint incident_history_pk primary key (id, changeset_id),
    constraint incident_history_changeset_fk foreign key (changeset_id) references changeset (id)
);
