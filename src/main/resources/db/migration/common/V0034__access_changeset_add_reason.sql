-- A closed record is changed for a reason only, and the reason stands with who and when.
alter table changeset add column reason varchar(500);
comment on column changeset.reason is 'why the change was made, where the person said so';
