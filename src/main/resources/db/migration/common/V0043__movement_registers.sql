-- The registers of the movement: what was done, founded, awarded. One table for all; each register has fields of its own,
-- kept as a JSON object and checked by the service.
create table movement_kind (
    register      varchar(30) not null,
    code          varchar(40) not null,
    name_vi       varchar(200) not null,
    name_en       varchar(200) not null,
    -- What is counted in official text: cuộc, đợt, tổ, đội …
    counting_word varchar(40) not null,
    active        boolean not null,
    position      integer not null,
    constraint movement_kind_pk primary key (register, code)
);
insert into movement_kind (register, code, name_vi, name_en, counting_word, active, position) values
    ('committees', 'bcd-138', 'Ban chỉ đạo 138', 'Steering committee 138', 'ban', true, 1),
    ('committees', 'bcd-antt', 'Ban chỉ đạo ANTT', 'Steering committee for security and order', 'ban', true, 2),
    ('basis-documents', 'de-an', 'Đề án', 'Project', 'đề án', true, 1),
    ('basis-documents', 'chi-thi', 'Chỉ thị', 'Directive', 'chỉ thị', true, 2),
    ('basis-documents', 'nghi-quyet', 'Nghị quyết', 'Resolution', 'nghị quyết', true, 3),
    ('basis-documents', 'ke-hoach', 'Kế hoạch', 'Plan', 'kế hoạch', true, 4),
    ('basis-documents', 'quyet-dinh', 'Quyết định', 'Decision', 'quyết định', true, 5),
    ('models', 'khu-dan-cu-an-toan', 'Khu dân cư an toàn về ANTT', 'Safe residential area', 'mô hình', true, 1),
    ('models', 'doan-duong-tu-quan', 'Đoạn đường tự quản', 'Self-managed road segment', 'đoạn đường', true, 2),
    ('models', 'to-cuu-ho-cuu-nan', 'Tổ cứu hộ cứu nạn', 'Rescue team', 'tổ', true, 3),
    ('models', 'doi-thanh-nien-xung-kich', 'Đội thanh niên xung kích', 'Youth action squad', 'đội', true, 4),
    ('models', 'mo-hinh-khac', 'Mô hình khác', 'Other model', 'mô hình', true, 5),
    ('outreach', 'tai-xa', 'Tuyên truyền tại xã, thị trấn', 'Meetings in communes', 'cuộc', true, 1),
    ('outreach', 'tai-xom', 'Tuyên truyền tại thôn, xóm, khu phố', 'Rounds in residential areas', 'đợt', true, 2),
    ('outreach', 'hinh-thuc-khac', 'Hình thức khác', 'Other forms', 'buổi', true, 3),
    ('tips', 'antt', 'Tin về an ninh, trật tự', 'Tips on security and order', 'tin', true, 1),
    ('drives', 'thi-dua-nam', 'Phong trào thi đua năm', 'Emulation drive of a year', 'phong trào', true, 1),
    ('drives', 'thi-dua-chuyen-de', 'Thi đua chuyên đề', 'Emulation drive on a theme', 'phong trào', true, 2),
    ('events', 'ngay-hoi-toan-dan', 'Ngày hội toàn dân bảo vệ ANTQ', 'Day of all the people for national security', 'ngày hội', true, 1),
    ('events', 'hoi-nghi-tong-ket', 'Hội nghị tổng kết', 'Review conference', 'hội nghị', true, 2),
    ('events', 'su-kien-khac', 'Sự kiện khác', 'Other event', 'sự kiện', true, 3),
    ('commendations', 'giay-khen', 'Giấy khen', 'Certificate of merit', 'giấy khen', true, 1),
    ('commendations', 'bang-khen', 'Bằng khen', 'Diploma of merit', 'bằng khen', true, 2),
    ('commendations', 'hinh-thuc-khac', 'Hình thức khác', 'Other form', 'lượt', true, 3);

create table movement_entry (
    id             uuid not null,
    version        bigint not null,
    register       varchar(30) not null,
    kind           varchar(40) not null,
    unit_id        bigint not null,
    title          varchar(300) not null,
    first_day      date not null,
    last_day       date,
    details        varchar(8000) not null,
    position       geometry(Point, 4326),
    source         varchar(500),
    withdrawn      boolean not null,
    synthetic      boolean not null,
    created_by     varchar(60) not null,
    changed_at     timestamp with time zone not null,
    constraint movement_entry_pk primary key (id),
    constraint movement_entry_kind_fk foreign key (register, kind) references movement_kind (register, code),
    constraint movement_entry_unit_fk foreign key (unit_id) references territorial_unit (id)
);
create index movement_entry_by_unit on movement_entry (register, unit_id, first_day);
create index movement_entry_by_day on movement_entry (register, first_day desc, id);

-- Every state an entry ever had, written by Hibernate's audit log in the same transaction as the change.
create table movement_entry_history (
    id                uuid not null,
    changeset_id      bigint not null,
    modification_type smallint not null,
    version           bigint,
    register          varchar(30),
    kind              varchar(40),
    unit_id           bigint,
    title             varchar(300),
    first_day         date,
    last_day          date,
    details           varchar(8000),
    position          geometry(Point, 4326),
    source            varchar(500),
    withdrawn         boolean,
    synthetic         boolean,
    created_by        varchar(60),
    changed_at        timestamp with time zone,
    constraint movement_entry_history_pk primary key (id, changeset_id),
    constraint movement_entry_history_changeset_fk foreign key (changeset_id) references changeset (id)
);
