-- Changes of boundaries made in the page: looked at first, then stored as a whole and taken back as a whole. What will be
-- stored is kept from the look to the decision; after it, the states that began and ended, and what was decided.
create table boundary_change (
    id              uuid not null,
    kind            varchar(20) not null,
    level           varchar(20) not null,
    created_by      varchar(60) not null,
    created_at      timestamp with time zone not null,
    valid_from      date not null,
    revision        bigint not null,
    state           varchar(20) not null,
    change_count    integer not null,
    plan            text,
    begun_ids       text,
    ended_ids       text,
    before_names    text not null,
    after_names     text not null,
    reason          varchar(1000),
    decision_number varchar(100),
    decision_day    date,
    stored_by       varchar(60),
    stored_at       timestamp with time zone,
    taken_back_by   varchar(60),
    taken_back_at   timestamp with time zone,
    constraint boundary_change_pk primary key (id)
);
create index boundary_change_by_time on boundary_change (created_at);
comment on column boundary_change.revision is 'revision of the territory that the plan was worked out on';
comment on column boundary_change.plan is 'what will be stored, as JSON; null once it was';
comment on column boundary_change.begun_ids is 'unit states that the change began, separated by commas';
comment on column boundary_change.ended_ids is 'unit states that the change ended, separated by commas';
comment on column boundary_change.before_names is 'units before the change, without their residential areas, one a line';
comment on column boundary_change.after_names is 'units after the change, without their residential areas, one a line';
comment on column boundary_change.decision_number is 'số quyết định, số nghị quyết';
