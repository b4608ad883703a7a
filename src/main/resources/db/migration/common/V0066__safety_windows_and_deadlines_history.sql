-- An administrator corrects the windows and deadlines of a set. Each state is kept, so that a past day is judged by what
-- was recorded then.
alter table criteria_set add column windows_version bigint default 0 not null;
alter table assessment_deadline add column version bigint default 0 not null;
create table criteria_window_history (
    set_code                   varchar(40) not null,
    version                    bigint not null,
    area_window_start_month    integer not null,
    area_window_start_day      integer not null,
    commune_window_start_month integer not null,
    commune_window_start_day   integer not null,
    windows_verified           boolean not null,
    source                     varchar(500) not null,
    reason                     varchar(500),
    changed_at                 timestamp with time zone not null,
    changed_by                 varchar(60) not null,
    constraint criteria_window_history_pk primary key (set_code, version),
    constraint criteria_window_history_fk foreign key (set_code) references criteria_set (code)
);
insert into criteria_window_history
    (set_code, version, area_window_start_month, area_window_start_day, commune_window_start_month,
     commune_window_start_day, windows_verified, source, reason, changed_at, changed_by)
select code, 0, area_window_start_month, area_window_start_day, commune_window_start_month,
       commune_window_start_day, windows_verified, source, null, current_timestamp, 'system'
from criteria_set;
create table assessment_deadline_history (
    set_code          varchar(40) not null,
    status            varchar(20) not null,
    version           bigint not null,
    due_month         integer,
    due_day           integer,
    days_after_window integer,
    verified          boolean not null,
    source            varchar(500) not null,
    reason            varchar(500),
    changed_at        timestamp with time zone not null,
    changed_by        varchar(60) not null,
    constraint assessment_deadline_history_pk primary key (set_code, status, version),
    constraint assessment_deadline_history_fk foreign key (set_code, status)
        references assessment_deadline (set_code, status)
);
insert into assessment_deadline_history
    (set_code, status, version, due_month, due_day, days_after_window, verified, source, reason, changed_at, changed_by)
select set_code, status, 0, due_month, due_day, days_after_window, verified, source, null, current_timestamp, 'system'
from assessment_deadline;
comment on column criteria_window_history.changed_at is 'UTC; version 0 came with the service and holds for every day before';
comment on column assessment_deadline_history.changed_at is 'UTC; version 0 came with the service and holds for every day before';
comment on column assessment_deadline_history.days_after_window is 'days';
