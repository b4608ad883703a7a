-- Road segments come in as files, too: an import says of which collection it is.
alter table territory_import add column collection varchar(40) default 'residential-areas' not null;
comment on column territory_import.collection is 'as in the path of the import; begun_ids and ended_ids are road segments where it says so';
