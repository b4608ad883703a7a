-- Every state a security team had, as for the entries of the registers. A team that is there already begins with what it
-- is now: what it was before its last change was not kept.
create table security_team_history (
    team_id      bigint not null,
    version      bigint not null,
    name         varchar(200) not null,
    kind         varchar(40) not null,
    member_count integer,
    area_id      bigint not null,
    valid_from   date,
    valid_to     date,
    position     geometry(Point, 4326) not null,
    changed_by   varchar(60) not null,
    changed_at   timestamp with time zone not null,
    constraint security_team_history_pk primary key (team_id, version),
    constraint security_team_history_team_fk foreign key (team_id) references security_team (id) on delete cascade
);
comment on column security_team_history.changed_at is 'UTC; for teams that nobody has changed since they were loaded, when the history began';
comment on column security_team_history.position is 'EPSG:4326, longitude first';
create table security_team_members_history (
    team_id      bigint not null,
    version      bigint not null,
    role         varchar(40) not null,
    member_count integer not null,
    constraint security_team_members_history_pk primary key (team_id, version, role),
    constraint security_team_members_history_fk foreign key (team_id, version)
        references security_team_history (team_id, version) on delete cascade
);
create table security_team_grading_history (
    team_id     bigint not null,
    version     bigint not null,
    graded_year integer not null,
    grade       varchar(40) not null,
    constraint security_team_grading_history_pk primary key (team_id, version, graded_year),
    constraint security_team_grading_history_fk foreign key (team_id, version)
        references security_team_history (team_id, version) on delete cascade
);

insert into security_team_history
    (team_id, version, name, kind, member_count, area_id, valid_from, valid_to, position, changed_by, changed_at)
select id, version, name, kind, member_count, area_id, valid_from, valid_to, position, coalesce(changed_by, 'system'),
       coalesce(changed_at, current_timestamp)
from security_team;
insert into security_team_members_history (team_id, version, role, member_count)
select m.team_id, t.version, m.role, m.member_count
from security_team_members m join security_team t on t.id = m.team_id;
insert into security_team_grading_history (team_id, version, graded_year, grade)
select g.team_id, t.version, g.graded_year, g.grade
from security_team_grading g join security_team t on t.id = g.team_id;
