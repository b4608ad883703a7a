-- Between the password and the code of the second factor: any node can take the code, and none of it gives authority.
create table half_sign_in (
    secret_hash   varchar(64) not null,
    username      varchar(100) not null,
    password_mark varchar(64) not null,
    begun_at      timestamp with time zone not null,
    constraint half_sign_in_pk primary key (secret_hash)
);
comment on table half_sign_in is 'password given, second factor still to come; kept for five minutes';
comment on column half_sign_in.secret_hash is 'SHA-256 of the secret in the cookie of the browser, hexadecimal';
comment on column half_sign_in.password_mark is 'SHA-256 of the hash of the password then, hexadecimal';
