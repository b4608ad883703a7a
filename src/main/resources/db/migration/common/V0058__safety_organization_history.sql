-- The share of a commune as of a past day counts the agencies, enterprises and schools that were on record then. Each
-- state is kept from here on. Of those that were changed before, only the present state is known; it is taken as having
-- always been so.
create table assessed_organization_history (
    id              uuid not null,
    version         bigint not null,
    name            varchar(300) not null,
    kind            varchar(20) not null,
    commune_unit_id bigint not null,
    valid_from      date not null,
    valid_to        date,
    withdrawn       boolean not null,
    changed_at      timestamp with time zone not null,
    changed_by      varchar(60) not null,
    constraint assessed_organization_history_pk primary key (id, version),
    constraint assessed_organization_history_fk foreign key (id) references assessed_organization (id) on delete cascade
);
insert into assessed_organization_history
    (id, version, name, kind, commune_unit_id, valid_from, valid_to, withdrawn, changed_at, changed_by)
select id, version, name, kind, commune_unit_id, valid_from, valid_to, withdrawn,
       case when version = 0 then changed_at else timestamp with time zone '1970-01-01 00:00:00+00' end, changed_by
from assessed_organization;
comment on column assessed_organization_history.changed_at is 'UTC; since when it read so';
