-- What an import will store, as bytes in parts: as JSON in one text a large file took seconds and several copies of itself.
-- No foreign key: territory_import comes with a higher number. Parts go when the import is decided or forgotten.
create table territory_import_part (
    import_id uuid not null,
    part      integer not null,
    content   bytea not null,
    constraint territory_import_part_pk primary key (import_id, part)
);
comment on table territory_import_part is 'what will be stored, in the layer''s own form; nothing once it was';
