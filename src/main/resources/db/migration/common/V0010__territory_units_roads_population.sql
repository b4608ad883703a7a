-- Territory: one row of territorial_unit is one legal state of one unit (its extent, name, code, kind and parent).
-- A change makes a new row, linked in unit_succession. Validity is [valid_from, valid_to); null is open.
create sequence territorial_unit_seq start with 1 increment by 50;
create table territorial_unit (
    id                      bigint not null,
    unit_key                varchar(120) not null,
    level                   varchar(20) not null,
    kind                    varchar(20) not null,
    code                    varchar(10),
    name                    varchar(200) not null,
    full_name               varchar(200) not null,
    name_folded             varchar(400) not null,
    parent_id               bigint,
    valid_from              date,
    valid_to                date,
    validity_source         varchar(500),
    listed_on               date,
    official_area_sq_km     double precision,
    official_area_source    varchar(500),
    measured_area_sq_km     double precision,
    households              integer,
    households_source       varchar(500),
    synthetic               boolean not null,
    synthetic_note          varchar(500),
    boundary                geometry(MultiPolygon, 4326),
    west                    double precision,
    south                   double precision,
    east                    double precision,
    north                   double precision,
    version                 bigint not null,
    constraint territorial_unit_pk primary key (id),
    constraint territorial_unit_key_unique unique (unit_key),
    constraint territorial_unit_parent_fk foreign key (parent_id) references territorial_unit (id),
    constraint territorial_unit_level_known check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE', 'RESIDENTIAL_AREA')),
    constraint territorial_unit_period_forward check (valid_from is null or valid_to is null or valid_from < valid_to)
);
create index territorial_unit_by_level on territorial_unit (level, valid_from);
create index territorial_unit_by_parent on territorial_unit (parent_id);
create index territorial_unit_by_code on territorial_unit (code);
create index territorial_unit_by_west on territorial_unit (level, west);
comment on column territorial_unit.boundary is 'EPSG:4326, longitude first; null where no boundary is held';
comment on column territorial_unit.measured_area_sq_km is 'square kilometres on the WGS 84 ellipsoid, from the boundary';
comment on column territorial_unit.code is 'official code, text with leading zeros, re-used over the years: look it up together with a day';

create table unit_succession (
    predecessor_id bigint not null,
    successor_id   bigint not null,
    change         varchar(20) not null,
    constraint unit_succession_pk primary key (predecessor_id, successor_id),
    constraint unit_succession_predecessor_fk foreign key (predecessor_id) references territorial_unit (id),
    constraint unit_succession_successor_fk foreign key (successor_id) references territorial_unit (id)
);
create index unit_succession_by_successor on unit_succession (successor_id);

create table unit_population (
    unit_id          bigint not null,
    reference_year   integer not null,
    population_count integer not null,
    source           varchar(500) not null,
    synthetic        boolean not null,
    constraint unit_population_pk primary key (unit_id, reference_year),
    constraint unit_population_unit_fk foreign key (unit_id) references territorial_unit (id),
    constraint unit_population_not_negative check (population_count >= 0)
);

create sequence road_segment_seq start with 1 increment by 50;
create table road_segment (
    id                 bigint not null,
    segment_key        varchar(120) not null,
    name               varchar(200) not null,
    name_folded        varchar(400) not null,
    from_description   varchar(300),
    to_description     varchar(300),
    owner              varchar(200),
    founded_on         date,
    valid_from         date,
    valid_to           date,
    measured_length_km double precision not null,
    synthetic          boolean not null,
    synthetic_note     varchar(500),
    course             geometry(MultiLineString, 4326) not null,
    west               double precision not null,
    south              double precision not null,
    east               double precision not null,
    north              double precision not null,
    version            bigint not null,
    constraint road_segment_pk primary key (id),
    constraint road_segment_key_unique unique (segment_key)
);
create index road_segment_by_west on road_segment (west);
comment on column road_segment.owner is 'the organisation that looks after the segment';
comment on column road_segment.measured_length_km is 'kilometres on the WGS 84 ellipsoid';

-- Another number after every change of a boundary or a road, so that each node knows when its look-up index is out of date.
create table territory_state (
    id       integer not null,
    revision bigint not null,
    constraint territory_state_pk primary key (id)
);
insert into territory_state (id, revision) values (1, 0);
