-- One-time passwords (RFC 6238) as a second factor, and codes for the day on which the telephone is gone.
create table account_second_factor (
    account_id   bigint not null,
    secret       varchar(200) not null,
    created_at   timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    last_step    bigint not null,
    constraint account_second_factor_pk primary key (account_id),
    constraint account_second_factor_account_fk foreign key (account_id) references account (id) on delete cascade
);
comment on column account_second_factor.secret is 'under the key of the settings (aes-gcm:…), or in the clear (clear:…)';
comment on column account_second_factor.confirmed_at is 'null until the first code of it was given; until then it counts for nothing';
comment on column account_second_factor.last_step is 'half-minutes since 1970 of the last code that was accepted; none is accepted twice';

create table account_recovery_code (
    account_id bigint not null,
    code_hash  varchar(64) not null,
    used_at    timestamp with time zone,
    constraint account_recovery_code_pk primary key (account_id, code_hash),
    constraint account_recovery_code_account_fk foreign key (account_id) references account (id) on delete cascade
);
comment on column account_recovery_code.code_hash is 'SHA-256 of 79 random bits, hexadecimal';
