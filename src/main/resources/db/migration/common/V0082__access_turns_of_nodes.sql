-- Of several nodes one does what is to be done once: who has the turn stands here, and until when, should that node die.
create table job_turn (
    job        varchar(60) not null,
    holder     varchar(120) not null,
    held_until timestamp with time zone not null,
    constraint job_turn_pk primary key (job)
);
comment on table job_turn is 'which node does a job of which there is to be one; free once the time is over, by the clock of the database';

create table backup_made (
    machine  varchar(120) not null,
    name     varchar(120) not null,
    taken_at timestamp with time zone not null,
    bytes    bigint not null,
    constraint backup_made_pk primary key (machine, name)
);
comment on table backup_made is 'archives that lie in the folders of the nodes, as each node last found its own';
comment on column backup_made.machine is 'node in whose folder it lies: anttmap.node.name';
