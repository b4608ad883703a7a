-- A browser shows a secret of which only a hash is kept: every node knows the sign-in, and a restart ends none. Those made
-- before lived in one node's memory, which is gone.
alter table account_session add column secret_hash varchar(64);
alter table account_session add constraint account_session_secret_unique unique (secret_hash);
update account_session set ended_at = last_seen_at where ended_at is null;
comment on column account_session.secret_hash is 'SHA-256 of the 256 random bits in the cookie of the browser, hexadecimal; null: of a version before';
