-- Who came by the identity provider is not asked for a password nobody told, and perhaps not for a second factor.
alter table account_session add column sign_in_way varchar(30) default 'password' not null;
comment on column account_session.sign_in_way is 'password, provider, or provider-with-factor where the second factor was the provider''s';
alter table half_sign_in add column by_provider boolean default false not null;
comment on column half_sign_in.by_provider is 'the first step was the provider, not the password';
