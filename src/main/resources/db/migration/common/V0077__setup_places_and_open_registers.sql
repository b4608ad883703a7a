-- What the administrator of a real installation says at the beginning: which places it is for, and since when their registers
-- are complete. A register that is still kept has no last day.
create table installation_place (
    unit_id  bigint not null,
    named_at timestamp with time zone not null,
    named_by varchar(60) not null,
    constraint installation_place_pk primary key (unit_id),
    constraint installation_place_unit_fk foreign key (unit_id) references territorial_unit (id)
);
comment on column installation_place.named_at is 'UTC';
alter table register_coverage alter column covered_to drop not null;
comment on column register_coverage.covered_to is 'last covered day, included; null while the register is kept';
alter table territory_import add column drawn_ids text;
comment on column territory_import.drawn_ids is 'ids of communes that got their first boundary, with commas';
