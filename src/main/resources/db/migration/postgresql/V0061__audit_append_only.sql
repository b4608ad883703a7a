-- First fence: nobody changes or removes entries by mistake. The owner of the tables can take it down, so in earnest the
-- service must not be the owner: docs/operations.md, "Two roles".
create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is only added to: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function audit_refuse();
create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_entry_subject_append_only before update or delete on audit_entry_subject
    for each row execute function audit_refuse();
create trigger audit_entry_subject_no_truncate before truncate on audit_entry_subject
    for each statement execute function audit_refuse();
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function audit_refuse();
create trigger audit_seal_no_truncate before truncate on audit_seal
    for each statement execute function audit_refuse();

-- Where the service has a role of its own, default privileges gave it every right on these new tables as on any other.
do $$
declare
    grantee record;
begin
    for grantee in
        select distinct case acl.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(acl.grantee)) end as name
        from pg_class table_, aclexplode(table_.relacl) acl
        where table_.oid in ('audit_entry'::regclass, 'audit_entry_subject'::regclass, 'audit_seal'::regclass)
          and acl.grantee <> table_.relowner
    loop
        execute 'revoke update, delete, truncate, references, trigger on audit_entry, audit_entry_subject, audit_seal from '
            || grantee.name;
    end loop;
end
$$;
