-- A table of teams is taken back as a whole: its teams go out of the register, and their history stays.
alter table security_team add column withdrawn boolean default false not null;
comment on column security_team.withdrawn is 'taken back; in no list, layer, export or report any more';
alter table security_team_history add column withdrawn boolean default false not null;
