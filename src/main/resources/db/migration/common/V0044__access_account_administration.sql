-- Accounts as an administrator keeps them, where they are signed in, codes for programs, and failed sign-ins.
alter table account add column version bigint default 0 not null;

create table account_session (
    id           uuid not null,
    account_id   bigint not null,
    client       varchar(80) not null,
    begun_at     timestamp with time zone not null,
    last_seen_at timestamp with time zone not null,
    ended_at     timestamp with time zone,
    constraint account_session_pk primary key (id),
    constraint account_session_account_fk foreign key (account_id) references account (id) on delete cascade
);
create index account_session_account on account_session (account_id);
comment on table account_session is 'sign-ins through the page; an ended one opens nothing, on whatever node';
comment on column account_session.client is 'browser and system, in words';

create table account_token (
    id           uuid not null,
    account_id   bigint not null,
    name         varchar(80) not null,
    secret_hash  varchar(64) not null,
    may_write    boolean not null,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    last_used_at timestamp with time zone,
    revoked_at   timestamp with time zone,
    constraint account_token_pk primary key (id),
    constraint account_token_secret_unique unique (secret_hash),
    constraint account_token_account_fk foreign key (account_id) references account (id) on delete cascade
);
create index account_token_account on account_token (account_id);
comment on table account_token is 'codes that programs use instead of the password';
comment on column account_token.secret_hash is 'SHA-256 of 256 random bits, hexadecimal';

create table failed_sign_in (
    username varchar(60) not null,
    failures integer not null,
    last_at  timestamp with time zone not null,
    constraint failed_sign_in_pk primary key (username)
);
comment on table failed_sign_in is 'names that rest after wrong passwords; forgotten when the rest is long over';
