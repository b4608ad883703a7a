-- H2 2.4.240 keeps, for a check of the form "in (...)" or of several "=", the session that created it, and refuses every row
-- with 23514 once that connection is closed (h2database issue 4302; mended there, not yet released). The same rules as a
-- comparison with an array hold for every connection, on both databases.
alter table territorial_unit drop constraint territorial_unit_level_known;
alter table territorial_unit add constraint territorial_unit_level_known
    check (level = any (array['PROVINCE', 'DISTRICT', 'COMMUNE', 'RESIDENTIAL_AREA']));
alter table account drop constraint account_role_known;
alter table account add constraint account_role_known
    check (role = any (array['LEADER', 'OFFICER', 'PLANNER', 'ADMINISTRATOR']));
alter table incident_table drop constraint incident_table_state_known;
alter table incident_table add constraint incident_table_state_known
    check (state = any (array['LOOKED_AT', 'STORED', 'TAKEN_BACK']));
