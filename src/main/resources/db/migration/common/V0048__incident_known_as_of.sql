-- What the register said at the end of a past day must be read back years later. The states of the incidents are in their
-- history; what was missing is where each state counted, since when a register was known to cover a period, and what a
-- category was called. Rows that were there before are taken as having always been so: what was known earlier than the
-- first change after this migration cannot be told apart any more.
alter table incident_placement add column known_from timestamp with time zone
    default timestamp with time zone '1970-01-01 00:00:00+00' not null;
comment on column incident_placement.known_from is 'UTC; since when the incident counts in this unit, by the time of the change that put it there';

create table incident_placement_past (
    incident_id uuid not null,
    unit_id     bigint not null,
    level       varchar(20) not null,
    known_from  timestamp with time zone not null,
    known_until timestamp with time zone not null,
    constraint incident_placement_past_pk primary key (incident_id, unit_id, known_from),
    constraint incident_placement_past_incident_fk foreign key (incident_id) references incident (id) on delete cascade,
    constraint incident_placement_past_unit_fk foreign key (unit_id) references territorial_unit (id) on delete cascade,
    constraint incident_placement_past_forward check (known_from < known_until)
);
create index incident_placement_past_by_unit on incident_placement_past (unit_id, incident_id);
comment on column incident_placement_past.known_until is 'UTC; the change that moved the incident elsewhere, itself not included';

-- States are looked for by register and day, as the incidents themselves are.
create index incident_history_by_register_and_date on incident_history (register_commune_id, local_date);

alter table register_coverage add column recorded_at timestamp with time zone;
comment on column register_coverage.recorded_at is 'UTC; null where that was not kept: then the period is taken as known day by day, as it went';

create table incident_category_history (
    code       varchar(20) not null,
    version    bigint not null,
    name_vi    varchar(200) not null,
    name_en    varchar(200) not null,
    scale      varchar(20) not null,
    restricted boolean not null,
    active     boolean not null,
    changed_by varchar(60) not null,
    changed_at timestamp with time zone not null,
    constraint incident_category_history_pk primary key (code, version),
    constraint incident_category_history_category_fk foreign key (code) references incident_category (code) on delete cascade
);
insert into incident_category_history
    (code, version, name_vi, name_en, scale, restricted, active, changed_by, changed_at)
select code, version, name_vi, name_en, scale, restricted, active, 'system',
       timestamp with time zone '1970-01-01 00:00:00+00'
from incident_category;
