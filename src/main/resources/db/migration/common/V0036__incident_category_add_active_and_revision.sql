-- A category that is no longer used stays readable and cannot be chosen. The revision is another one after each change,
-- so that every node knows when what it remembers is old.
alter table incident_category add column active boolean default true not null;
create table incident_category_revision (
    id       integer not null,
    revision uuid not null,
    constraint incident_category_revision_pk primary key (id),
    constraint incident_category_revision_one_row check (id = 1)
);
insert into incident_category_revision (id, revision) values (1, '00000000-0000-4000-8000-000000000001');
comment on column incident_category.active is 'false: readable and counted as before, but no incident is given it any more';
