-- Signing in by the province's identity provider: which person there is which account here. The account is made here first.
create table account_provider_link (
    account_id bigint not null,
    issuer     varchar(400),
    subject    varchar(255),
    by_name    boolean not null,
    changed_at timestamp with time zone not null,
    constraint account_provider_link_pk primary key (account_id),
    constraint account_provider_link_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint account_provider_link_unique unique (issuer, subject)
);
comment on table account_provider_link is 'one person of one provider for each account; no row: never linked';
comment on column account_provider_link.subject is 'what the provider calls the person for good (sub); null: was taken away, and is never linked by name again';
comment on column account_provider_link.by_name is 'linked at the first sign-in because the names were equal, not by an administrator';
