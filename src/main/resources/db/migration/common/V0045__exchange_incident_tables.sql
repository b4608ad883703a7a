-- Tables of incidents that officers paste or upload: looked at first, then stored as a whole or not at all. The rows are
-- kept from the look to the decision only; after it their incidents are in the register, found by ids made from this id.
create table incident_table (
    id          uuid not null,
    created_by  varchar(60) not null,
    created_at  timestamp with time zone not null,
    file_name   varchar(200) not null,
    state       varchar(20) not null,
    row_numbers varchar(20000) not null,
    drafts      text,
    constraint incident_table_pk primary key (id),
    constraint incident_table_state_known check (state in ('LOOKED_AT', 'STORED', 'TAKEN_BACK'))
);
create index incident_table_by_time on incident_table (created_at);
comment on column incident_table.row_numbers is 'rows that can be stored, separated by commas; the incidents ids are made from them';
comment on column incident_table.drafts is 'what will be stored, as JSON; null once it was, or was not';
