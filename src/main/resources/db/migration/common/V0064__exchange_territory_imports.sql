-- Files of residential areas: looked at first, then stored as a whole or not at all, and taken back as a whole. What will
-- be stored is kept from the look to the decision; after it, the states that began and ended.
create table territory_import (
    id           uuid not null,
    created_by   varchar(60) not null,
    created_at   timestamp with time zone not null,
    file_name    varchar(200) not null,
    unit_id      bigint not null,
    valid_from   date not null,
    revision     bigint not null,
    state        varchar(20) not null,
    change_count integer not null,
    plan         text,
    begun_ids    text,
    ended_ids    text,
    constraint territory_import_pk primary key (id),
    constraint territory_import_unit_fk foreign key (unit_id) references territorial_unit (id)
);
create index territory_import_by_time on territory_import (created_at);
comment on column territory_import.unit_id is 'the commune, district or province that the file was brought in for';
comment on column territory_import.revision is 'revision of the territory that the plan was worked out on';
comment on column territory_import.plan is 'what will be stored, as JSON; null once it was';
comment on column territory_import.begun_ids is 'unit states that the import began, separated by commas';
comment on column territory_import.ended_ids is 'unit states that the import ended, separated by commas';
