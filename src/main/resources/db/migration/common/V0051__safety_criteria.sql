-- What a year is judged by: criteria as data, each with its source and whether its wording has been checked.
create sequence criterion_seq start with 100 increment by 1;
create table criterion (
    id            bigint not null,
    version       bigint not null,
    set_code      varchar(40) not null,
    -- RESIDENTIAL_AREA, COMMUNE, AGENCY, ENTERPRISE, SCHOOL
    subject       varchar(20) not null,
    -- As the instrument numbers it: article.clause, with a letter for a point.
    code          varchar(20) not null,
    position      integer not null,
    text_vi       varchar(1000) not null,
    -- ATTESTED by a person with a document, HINT computed from the registers, THRESHOLD of two counts
    judged_by     varchar(20) not null,
    -- Which figure is the hint or threshold; null where none is computed.
    figure        varchar(40),
    -- Official code of the province that added it; null for all.
    province_code varchar(2),
    optional      boolean not null,
    points        integer,
    verified      boolean not null,
    source        varchar(500) not null,
    active        boolean not null,
    constraint criterion_pk primary key (id),
    constraint criterion_once unique (set_code, subject, code),
    constraint criterion_set_fk foreign key (set_code) references criteria_set (code)
);
create table criterion_history (
    id                bigint not null,
    changeset_id      bigint not null,
    modification_type smallint not null,
    version           bigint,
    set_code          varchar(40),
    subject           varchar(20),
    code              varchar(20),
    position          integer,
    text_vi           varchar(1000),
    judged_by         varchar(20),
    figure            varchar(40),
    province_code     varchar(2),
    optional          boolean,
    points            integer,
    verified          boolean,
    source            varchar(500),
    active            boolean,
    constraint criterion_history_pk primary key (id, changeset_id),
    constraint criterion_history_changeset_fk foreign key (changeset_id) references changeset (id)
);

insert into criteria_set (code, name, valid_from, valid_to, area_window_start_month, area_window_start_day,
                          commune_window_start_month, commune_window_start_day, windows_verified, source) values
    ('TT124-2021-TT48-2025', 'Thông tư 124/2021/TT-BCA, sửa đổi bởi Thông tư 48/2025/TT-BCA', date '2025-07-01', null,
     11, 1, 11, 16, false, 'Thông tư 48/2025/TT-BCA thay cụm từ cho mô hình hai cấp; ngày hiệu lực và việc giữ nguyên kỳ xét cần kiểm tra (ghi ngày bỏ cấp huyện)');
update criteria_set set valid_to = date '2025-07-01' where code = 'TT124-2021';

insert into criterion (id, version, set_code, subject, code, position, text_vi, judged_by, figure, province_code,
                       optional, points, verified, source, active) values
    (1, 0, 'TT23-2012', 'RESIDENTIAL_AREA', '5.1', 1, 'Chi bộ có nghị quyết, có kế hoạch và bản đăng ký phấn đấu của khu dân cư.', 'ATTESTED', null, null, false, null, false, 'Thông tư 23/2012/TT-BCA, Điều 5; theo bảng chấm điểm của một huyện năm 2014, lời văn cần kiểm tra', true),
    (2, 0, 'TT23-2012', 'RESIDENTIAL_AREA', '5.2', 2, 'Thực hiện chủ trương, chính sách; có mô hình tự quản về an ninh, trật tự.', 'ATTESTED', null, null, false, null, false, 'Thông tư 23/2012/TT-BCA, Điều 5; theo bảng chấm điểm của một huyện năm 2014, lời văn cần kiểm tra', true),
    (3, 0, 'TT23-2012', 'RESIDENTIAL_AREA', '5.3', 3, 'Không xảy ra các hoạt động bị cấm mà Thông tư nêu.', 'ATTESTED', null, null, false, null, false, 'Thông tư 23/2012/TT-BCA, Điều 5; theo bảng chấm điểm của một huyện năm 2014, lời văn cần kiểm tra', true),
    (4, 0, 'TT23-2012', 'RESIDENTIAL_AREA', '5.4', 4, 'Kiềm chế, làm giảm tội phạm, tai nạn, tệ nạn xã hội và vi phạm pháp luật khác so với năm trước; không để xảy ra tội phạm nghiêm trọng.', 'HINT', 'incidents-not-more-than-before', null, false, null, true, 'Thông tư 23/2012/TT-BCA, Điều 5 khoản 4', true),
    (5, 0, 'TT23-2012', 'RESIDENTIAL_AREA', '5.5', 5, 'Tiêu chí thứ năm: chưa có văn bản để ghi nội dung; hãy bổ sung từ Thông tư.', 'ATTESTED', null, null, false, null, false, 'Thông tư 23/2012/TT-BCA, Điều 5; nội dung chưa đọc được', true),
    (6, 0, 'TT23-2012', 'COMMUNE', '6.1', 1, 'Đảng ủy có nghị quyết; UBND có kế hoạch và đăng ký phấn đấu.', 'ATTESTED', null, null, false, null, true, 'Thông tư 23/2012/TT-BCA, Điều 6', true),
    (7, 0, 'TT23-2012', 'COMMUNE', '6.2', 2, 'Đạt các tiêu chí 2, 3, 4 của khu dân cư.', 'ATTESTED', null, null, false, null, true, 'Thông tư 23/2012/TT-BCA, Điều 6', true),
    (8, 0, 'TT23-2012', 'COMMUNE', '6.3', 3, 'Công an xã, bảo vệ dân phố đạt từ Đơn vị tiên tiến; không ai bị kỷ luật từ cảnh cáo trở lên.', 'ATTESTED', null, null, false, null, true, 'Thông tư 23/2012/TT-BCA, Điều 6', true),
    (9, 0, 'TT23-2012', 'COMMUNE', '6.4', 4, 'Từ 70% khu dân cư trở lên được công nhận.', 'THRESHOLD', 'recognised-share', null, false, null, true, 'Thông tư 23/2012/TT-BCA, Điều 6', true),
    (10, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.1', 1, 'Quý I: chi bộ có nghị quyết; khu dân cư đăng ký phấn đấu; 100% số hộ đang cư trú đăng ký tham gia.', 'THRESHOLD', 'households-registered', null, false, null, true, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 1', true),
    (11, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.2', 2, 'Thực hiện đầy đủ chủ trương của Đảng, pháp luật của Nhà nước và quy định của địa phương về an ninh, trật tự.', 'ATTESTED', null, null, false, null, true, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 2', true),
    (12, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.3a', 3, 'Không có hoạt động chống Đảng, chống chính quyền, phá hoại khối đại đoàn kết.', 'ATTESTED', null, null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 3; chữ cái của điểm cần kiểm tra', true),
    (13, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.3b', 4, 'Không có hoạt động phá hoại mục tiêu, công trình trọng điểm về kinh tế, văn hóa, xã hội, an ninh, quốc phòng.', 'ATTESTED', null, null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 3; chữ cái của điểm cần kiểm tra', true),
    (14, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.3c', 5, 'Không có việc truyền bá tín ngưỡng, tôn giáo trái pháp luật hoặc lợi dụng tín ngưỡng, tôn giáo, dân tộc, tranh chấp, khiếu kiện gây phức tạp.', 'ATTESTED', null, null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 3; chữ cái của điểm cần kiểm tra', true),
    (15, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.3d', 6, 'Không có hoạt động ly khai, đòi tự trị.', 'ATTESTED', null, null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 3; chữ cái của điểm cần kiểm tra', true),
    (16, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.3đ', 7, 'Không có mâu thuẫn, tranh chấp phức tạp, kéo dài trong nội bộ Nhân dân.', 'HINT', 'disputes', null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 3; chữ cái của điểm cần kiểm tra', true),
    (17, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.3e', 8, 'Không có việc kích động, xúi giục, cưỡng ép, lôi kéo, mua chuộc người khác vi phạm.', 'ATTESTED', null, null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 3; lời văn chưa đọc hết', true),
    (18, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.4', 9, 'Kiềm chế, kéo giảm tội phạm, tệ nạn xã hội, tai nạn giao thông và vi phạm pháp luật khác so với năm trước.', 'HINT', 'incidents-not-more-than-before', null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 4; lời văn chưa đọc được', true),
    (19, 0, 'TT124-2021', 'RESIDENTIAL_AREA', '4.5', 10, 'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở hoàn thành nhiệm vụ; không có thành viên bị kỷ luật, vi phạm pháp luật.', 'ATTESTED', null, null, false, null, false, 'Thông tư 124/2021/TT-BCA, Điều 4 khoản 5; lời văn chưa đọc được', true),
    (20, 0, 'TT124-2021', 'COMMUNE', '5.1', 1, 'Quý I: Đảng ủy có nghị quyết; UBND có kế hoạch và đăng ký; xây dựng, duy trì ít nhất một mô hình hiệu quả.', 'ATTESTED', 'models', null, false, null, true, 'Thông tư 124/2021/TT-BCA, Điều 5 khoản 1', true),
    (21, 0, 'TT124-2021', 'COMMUNE', '5.2', 2, 'Đạt các khoản 2, 3, 4 của Điều 4.', 'HINT', 'incidents-not-more-than-before', null, false, null, true, 'Thông tư 124/2021/TT-BCA, Điều 5 khoản 2', true),
    (22, 0, 'TT124-2021', 'COMMUNE', '5.3', 3, 'Công an cấp xã chủ động, hiệu quả; không có cá nhân bị kỷ luật.', 'ATTESTED', null, null, false, null, true, 'Thông tư 124/2021/TT-BCA, Điều 5 khoản 3', true),
    (23, 0, 'TT124-2021', 'COMMUNE', '5.4', 4, '100% khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục thuộc thẩm quyền đăng ký; từ 70% trở lên được công nhận.', 'THRESHOLD', 'registered-and-recognised-share', null, false, null, true, 'Thông tư 124/2021/TT-BCA, Điều 5 khoản 4', true);

-- The amendment replaces phrases for the two-level system; its own wording has not been read in full.
insert into criterion (id, version, set_code, subject, code, position, text_vi, judged_by, figure, province_code,
                       optional, points, verified, source, active)
select id + 30, 0, 'TT124-2021-TT48-2025', subject, code, position, text_vi, judged_by, figure, province_code,
       optional, points, false, concat(source, '; sau sửa đổi của Thông tư 48/2025/TT-BCA, cần kiểm tra'), true
from criterion where set_code = 'TT124-2021';

-- What was delivered is the first state of the history.
insert into changeset (id, changed_at, username) values (nextval('changeset_seq'), current_timestamp, 'system');
insert into criterion_history (id, changeset_id, modification_type, version, set_code, subject, code, position, text_vi,
                               judged_by, figure, province_code, optional, points, verified, source, active)
select id, (select max(c.id) from changeset c), 0, version, set_code, subject, code, position, text_vi,
       judged_by, figure, province_code, optional, points, verified, source, active
from criterion;
