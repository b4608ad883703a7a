-- Of two administrators who change the same category at once, the second is told what the first has done: a change names
-- the version it is based on, as for incidents.
alter table incident_category add column version bigint default 0 not null;
comment on column incident_category.version is 'counts the changes, from 0; the ETag of the category';
