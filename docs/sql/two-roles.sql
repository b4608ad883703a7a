-- Two roles for PostGIS: anttmap_owner owns the tables and only brings them up to date, anttmap is the service's and can
-- add to the audit trail but not alter it. To be run by a superuser in the service's database while the service is
-- stopped, before the first start or any time later; once more after a change does no harm. The passwords are set by
-- hand afterwards: \password anttmap_owner and \password anttmap.
do $$
begin
    if not exists (select from pg_roles where rolname = 'anttmap_owner') then
        create role anttmap_owner login;
    end if;
    if not exists (select from pg_roles where rolname = 'anttmap') then
        create role anttmap login;
    end if;
    -- A database that the service owned until now: its tables, its functions and the database itself.
    reassign owned by anttmap to anttmap_owner;
    execute format('alter database %I owner to anttmap_owner', current_database());
    revoke anttmap_owner from anttmap;
end
$$;

revoke create on schema public from public, anttmap;
grant create, usage on schema public to anttmap_owner;
grant usage on schema public to anttmap;
grant select, insert, update, delete on all tables in schema public to anttmap;
grant usage, select on all sequences in schema public to anttmap;
alter default privileges for role anttmap_owner in schema public
    grant select, insert, update, delete on tables to anttmap;
alter default privileges for role anttmap_owner in schema public
    grant usage, select on sequences to anttmap;

-- The trail in a database that has it already; in a new one the migration does the same.
do $$
declare
    trail text;
begin
    foreach trail in array array['audit_entry', 'audit_entry_subject', 'audit_seal', 'flyway_schema_history'] loop
        if to_regclass(trail) is not null then
            execute format('revoke update, delete, truncate, references, trigger on %I from anttmap', trail);
        end if;
    end loop;
end
$$;
