-- Tables of the movement's registers are taken in as tables of incidents are: looked at, stored as a whole, taken back as
-- a whole. The same table keeps them.
alter table incident_table add column register varchar(30);
comment on column incident_table.register is 'register of the movement that the rows go to; null for incidents';
