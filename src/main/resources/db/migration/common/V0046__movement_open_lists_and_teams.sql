-- The open lists of the movement have versions, so that of two administrators the second is told what the first has done,
-- and keep what each kind was called before. The lists of the security teams join them: kinds of team, roles of members,
-- grades of a year.
alter table movement_kind add column version bigint default 0 not null;
comment on column movement_kind.version is 'counts the changes, from 0; the ETag of the kind';

create table movement_kind_history (
    register      varchar(30) not null,
    code          varchar(40) not null,
    version       bigint not null,
    name_vi       varchar(200) not null,
    name_en       varchar(200) not null,
    counting_word varchar(40) not null,
    active        boolean not null,
    changed_by    varchar(60) not null,
    changed_at    timestamp with time zone not null,
    constraint movement_kind_history_pk primary key (register, code, version),
    constraint movement_kind_history_kind_fk foreign key (register, code) references movement_kind (register, code)
);
comment on column movement_kind_history.changed_at is 'UTC';

insert into movement_kind (register, code, name_vi, name_en, counting_word, active, position) values
    ('security-teams', 'to_an_ninh_tu_quan', 'Tổ an ninh tự quản', 'Self-managed security team', 'tổ', true, 1),
    ('security-teams', 'to_bao_ve_antt', 'Tổ bảo vệ ANTT', 'Neighbourhood protection team', 'tổ', true, 2),
    ('security-teams', 'to_an_xa_hoi', 'Tổ an ninh xã hội', 'Social security team', 'tổ', true, 3),
    ('security-teams', 'to_cuu_ho_cuu_nan', 'Tổ cứu hộ cứu nạn', 'Rescue team', 'tổ', true, 4),
    ('security-teams', 'doi_thanh_nien_xung_kich', 'Đội thanh niên xung kích', 'Youth action squad', 'đội', true, 5),
    ('team-roles', 'to-truong', 'Tổ trưởng', 'Head', 'người', true, 1),
    ('team-roles', 'to-pho', 'Tổ phó', 'Deputy head', 'người', true, 2),
    ('team-roles', 'to-vien', 'Tổ viên', 'Member', 'người', true, 3),
    ('team-grades', 'xuat-sac', 'Hoàn thành xuất sắc', 'Excellent', 'tổ', true, 1),
    ('team-grades', 'tot', 'Hoàn thành tốt', 'Good', 'tổ', true, 2),
    ('team-grades', 'hoan-thanh', 'Hoàn thành', 'Fair', 'tổ', true, 3),
    ('team-grades', 'khong-hoan-thanh', 'Không hoàn thành', 'Failed', 'tổ', true, 4);

-- What was delivered is signed by the service.
insert into movement_kind_history
    (register, code, version, name_vi, name_en, counting_word, active, changed_by, changed_at)
select register, code, 0, name_vi, name_en, counting_word, active, 'system', current_timestamp from movement_kind;

update security_team set kind = lower(kind);
alter table security_team add column changed_by varchar(60);
alter table security_team add column changed_at timestamp with time zone;
comment on column security_team.changed_at is 'UTC; null for what nobody has changed since it was loaded';

-- Members are counted by what they do in the team, never named.
create table security_team_members (
    team_id      bigint not null,
    role         varchar(40) not null,
    member_count integer not null,
    constraint security_team_members_pk primary key (team_id, role),
    constraint security_team_members_team_fk foreign key (team_id) references security_team (id) on delete cascade,
    constraint security_team_members_count_known check (member_count >= 0)
);
create table security_team_grading (
    team_id     bigint not null,
    graded_year integer not null,
    grade       varchar(40) not null,
    constraint security_team_grading_pk primary key (team_id, graded_year),
    constraint security_team_grading_team_fk foreign key (team_id) references security_team (id) on delete cascade
);
comment on column security_team_grading.graded_year is 'calendar year of the grading';
