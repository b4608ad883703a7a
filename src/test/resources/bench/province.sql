-- A made-up province for measuring: 160 communes of 25 residential areas, each with people, a team, a title of two years
-- and a commune that keeps the register; 200,000 incidents in each of 2018 and 2019. PostgreSQL only.
create table bench_cell as
select r.row, r.col, r.row / 5 * 20 + r.col / 5 as commune, 1000000 + r.row * 100 + r.col as id
from (select row, col from generate_series(0, 39) row, generate_series(0, 99) col) r;

insert into territorial_unit (id, unit_key, level, kind, code, name, full_name, name_folded, parent_id, households,
    measured_area_sq_km, synthetic, boundary, west, south, east, north, version)
values (900000, 'bench-province', 'PROVINCE', 'TINH', '99', 'Thử Nghiệm', 'Tỉnh Thử Nghiệm', 'tinh thu nghiem', null,
    null, 4400, true, st_multi(st_makeenvelope(110, 10, 111, 10.4, 4326)), 110, 10, 111, 10.4, 0);
insert into territorial_unit (id, unit_key, level, kind, code, name, full_name, name_folded, parent_id, households,
    measured_area_sq_km, synthetic, boundary, west, south, east, north, version)
select 910000 + commune, 'bench-commune-' || commune, 'COMMUNE', 'XA', lpad((30000 + commune)::text, 5, '0'),
    'Xã Số ' || commune, 'Xã Số ' || commune, 'xa so ' || commune, 900000, 25 * 140, 30, true,
    st_multi(st_union(st_makeenvelope(110 + col * 0.01, 10 + row * 0.01, 110 + (col + 1) * 0.01, 10 + (row + 1) * 0.01, 4326))),
    110 + min(col) * 0.01, 10 + min(row) * 0.01, 110 + (max(col) + 1) * 0.01, 10 + (max(row) + 1) * 0.01, 0
from bench_cell group by commune;
insert into territorial_unit (id, unit_key, level, kind, code, name, full_name, name_folded, parent_id, households,
    measured_area_sq_km, synthetic, boundary, west, south, east, north, version)
select id, 'bench-area-' || id, 'RESIDENTIAL_AREA', 'THON', null, 'Số ' || id, 'Thôn Số ' || id, 'thon so ' || id,
    910000 + commune, 140, 1.2, true,
    st_multi(st_makeenvelope(110 + col * 0.01, 10 + row * 0.01, 110 + (col + 1) * 0.01, 10 + (row + 1) * 0.01, 4326)),
    110 + col * 0.01, 10 + row * 0.01, 110 + (col + 1) * 0.01, 10 + (row + 1) * 0.01, 0
from bench_cell;
insert into unit_population (unit_id, reference_year, population_count, source, synthetic)
select id, 2019, 500, 'thử', true from bench_cell
union all select 910000 + commune, 2019, 12500, 'thử', true from bench_cell group by commune;
update territory_state set revision = revision + 1;

insert into register_coverage (unit_id, covered_from, covered_to, source, synthetic)
select 910000 + commune, date '2017-11-01', date '2019-12-31', 'thử', true from bench_cell group by commune;

insert into security_team (id, team_key, name, kind, member_count, area_id, valid_from, synthetic, position, version)
select id, 'bench-team-' || id, 'Tổ số ' || id, (select kind from security_team limit 1), 5, id, date '2015-01-01', true,
    st_setsrid(st_makepoint(110 + col * 0.01 + 0.005, 10 + row * 0.01 + 0.005), 4326), 0
from bench_cell;

insert into safety_assessment (unit_id, assessment_year, status, recorded_on, recorded_by, synthetic, version)
select u.id, y, case when u.id % 7 = 0 then 'NOT_RECOGNISED' else 'RECOGNISED' end, make_date(y, 12, 20), 'bench', true, 0
from territorial_unit u, generate_series(2018, 2019) y where u.unit_key like 'bench-area-%' or u.unit_key like 'bench-commune-%';
insert into safety_assessment_step (assessment_id, status, recorded_at, recorded_by, synthetic)
select id, 'REGISTERED', make_timestamptz(assessment_year, 3, 1, 8, 0, 0, 'UTC'), 'bench', true
from safety_assessment where recorded_by = 'bench'
union all
select id, status, make_timestamptz(assessment_year, 12, 20, 8, 0, 0, 'UTC'), 'bench', true
from safety_assessment where recorded_by = 'bench';

create table bench_mark as
select g, md5('province ' || g)::uuid as id, c.id as area, 910000 + c.commune as commune,
    date '2018-01-01' + ((g::bigint * 2654435761) % 730)::int as day, c.row, c.col
from generate_series(1, 400000) g
join bench_cell c on c.row = (g::bigint * 7919) % 40 and c.col = (g::bigint * 104729 / 40) % 100;
insert into incident (id, version, position, place_accuracy, occurred_at, reported_at, local_date, local_month, local_hour,
    category, severity, major_case, persons_involved, dead, injured, damage_dong, handling_level, state,
    register_commune_id, near_border, withdrawn, synthetic, created_by, created_at, changed_at)
select id, 0, st_setsrid(st_makepoint(110 + col * 0.01 + 0.001 * (g % 9 + 0.5), 10 + row * 0.01 + 0.001 * (g % 7 + 1.5)), 4326),
    'EXACT', day + time '05:00', day + time '06:00', day, extract(month from day), 12,
    (array['TTXH','TNGT','MATUY','TNXH','TRANHCHAP','CHAYNO'])[1 + g % 6], null, g % 97 = 0, g % 4, 0, g % 3,
    1000 * (g % 50), 'COMMUNE', (array['RECEIVED','VERIFYING','RESOLVED'])[1 + g % 3], commune, false, false, true,
    'bench', day, day
from bench_mark;
insert into incident_placement (incident_id, unit_id, level, by_hand)
select id, area, 'RESIDENTIAL_AREA', false from bench_mark
union all select id, commune, 'COMMUNE', false from bench_mark
union all select id, 900000, 'PROVINCE', false from bench_mark;

insert into account (username, display_name, password_hash, role, extra_rights, whole_country, enabled,
    must_change_password, demonstration, created_at)
select 'bench', 'Bench', password_hash, role, extra_rights, false, true, false, false, now()
from account where username = 'planner';
insert into account_jurisdiction (account_id, position, unit_id)
select id, 0, 900000 from account where username = 'bench';
analyze;
