-- Categories and severity scales as maintained data. Sources stand with each grade; verified = false is to be checked
-- by a person against the full text before anyone relies on it.
insert into incident_category (code, name_vi, name_en, scale, restricted, position) values
    ('TTXH', 'Trật tự xã hội', 'Public order (crime)', 'CRIME', false, 1),
    ('TNGT', 'Tai nạn giao thông', 'Traffic accident', 'TRAFFIC', false, 2),
    ('MATUY', 'Ma túy', 'Drugs', 'CRIME', false, 3),
    ('TNXH', 'Tệ nạn xã hội', 'Social vice', 'CRIME', false, 4),
    ('TRANHCHAP', 'Mâu thuẫn, tranh chấp', 'Dispute', 'NONE', false, 5),
    ('CHAYNO', 'Cháy, nổ', 'Fire or explosion', 'FIRE', false, 6),
    ('KINHTE', 'Kinh tế', 'Economic offence', 'CRIME', false, 7),
    ('MOITRUONG', 'Môi trường', 'Environmental offence', 'CRIME', false, 8),
    ('MANG', 'Lừa đảo, an ninh mạng', 'Online fraud, network security', 'CRIME', false, 9),
    ('KHIEUKIEN', 'Khiếu kiện', 'Collective complaint', 'NONE', false, 10),
    ('DUOINUOC', 'Tai nạn khác, cứu nạn cứu hộ', 'Other accident, rescue', 'NONE', false, 11),
    ('KHAC', 'Khác', 'Other', 'NONE', false, 12),
    ('ANBG', 'An ninh biên giới', 'Border security', 'CRIME', true, 13),
    ('ANCT', 'An ninh chính trị', 'Political security', 'CRIME', true, 14);

insert into severity_grade (scale, code, name_vi, name_en, rule_vi, rule_en, source, verified, position) values
    ('CRIME', 'IT_NGHIEM_TRONG', 'Ít nghiêm trọng', 'Less serious', 'Khung hình phạt cao nhất: phạt tiền, cải tạo không giam giữ hoặc tù đến 3 năm', 'Highest penalty of the frame: fine, non-custodial reform or prison up to 3 years', 'Bộ luật Hình sự 2015, Điều 9', true, 1),
    ('CRIME', 'NGHIEM_TRONG', 'Nghiêm trọng', 'Serious', 'Khung hình phạt cao nhất: tù trên 3 năm đến 7 năm', 'Highest penalty of the frame: prison over 3 and up to 7 years', 'Bộ luật Hình sự 2015, Điều 9', true, 2),
    ('CRIME', 'RAT_NGHIEM_TRONG', 'Rất nghiêm trọng', 'Very serious', 'Khung hình phạt cao nhất: tù trên 7 năm đến 15 năm', 'Highest penalty of the frame: prison over 7 and up to 15 years', 'Bộ luật Hình sự 2015, Điều 9', true, 3),
    ('CRIME', 'DAC_BIET_NGHIEM_TRONG', 'Đặc biệt nghiêm trọng', 'Especially serious', 'Khung hình phạt cao nhất: tù trên 15 năm đến 20 năm, chung thân hoặc tử hình', 'Highest penalty of the frame: prison over 15 years, life or death', 'Bộ luật Hình sự 2015, Điều 9', true, 4),
    ('TRAFFIC', 'VA_CHAM', 'Va chạm giao thông', 'Collision', 'Không có người chết; thiệt hại nhẹ nhất (ngưỡng cần kiểm tra)', 'Nobody dead; the slightest harm (threshold to be checked)', 'Thông tư 26/2024/TT-BCA, Điều 5; ngưỡng chưa đọc được', false, 1),
    ('TRAFFIC', 'IT_NGHIEM_TRONG', 'Ít nghiêm trọng', 'Less serious', 'Không có người chết; dưới mức nghiêm trọng, tài sản dưới 100 triệu đồng (cần kiểm tra)', 'Nobody dead; below serious, property under 100 million dong (to be checked)', 'Thông tư 26/2024/TT-BCA, Điều 5; suy ra, chưa đọc nguyên văn', false, 2),
    ('TRAFFIC', 'NGHIEM_TRONG', 'Nghiêm trọng', 'Serious', '1 người chết; hoặc 1 người bị thương từ 61%, hoặc từ 2 người tổng 61–121%; hoặc tài sản từ 100 đến dưới 500 triệu đồng', '1 dead; or 1 injured from 61 %, or 2 and more together 61–121 %; or property from 100 to under 500 million dong', 'Thông tư 26/2024/TT-BCA, Điều 5 (từ 15/8/2024)', true, 3),
    ('TRAFFIC', 'RAT_NGHIEM_TRONG', 'Rất nghiêm trọng', 'Very serious', '2 người chết; hoặc từ 2 người bị thương tổng 122–200%; hoặc tài sản từ 500 triệu đến dưới 1,5 tỷ đồng', '2 dead; or 2 and more injured together 122–200 %; or property from 500 million to under 1.5 billion dong', 'Thông tư 26/2024/TT-BCA, Điều 5 (từ 15/8/2024)', true, 4),
    ('TRAFFIC', 'DAC_BIET_NGHIEM_TRONG', 'Đặc biệt nghiêm trọng', 'Especially serious', 'Từ 3 người chết; hoặc từ 3 người bị thương tổng từ 201%; hoặc tài sản từ 1,5 tỷ đồng', '3 and more dead; or 3 and more injured together from 201 %; or property from 1.5 billion dong', 'Thông tư 26/2024/TT-BCA, Điều 5 (từ 15/8/2024)', true, 5),
    ('FIRE', 'CAP_I', 'Cấp I', 'Grade I', 'Không ai bị hại; thiệt hại dưới 100 triệu đồng hoặc dưới 0,5 ha rừng', 'Nobody hurt; damage under 100 million dong or under 0.5 ha of forest', 'Thông tư 88/2024/TT-BCA, Điều 29(5)', true, 1),
    ('FIRE', 'CAP_II', 'Cấp II', 'Grade II', 'Thương tích dưới 61%; hoặc 100 triệu đến dưới 3 tỷ đồng; hoặc 0,5 đến dưới 5 ha', 'Injury under 61 %; or 100 million to under 3 billion dong; or 0.5 to under 5 ha', 'Thông tư 88/2024/TT-BCA, Điều 29(5)', true, 2),
    ('FIRE', 'CAP_III', 'Cấp III', 'Grade III', '1–2 người chết; hoặc thương tích 61–200%; hoặc 3 đến dưới 10 tỷ đồng; hoặc 5 đến dưới 10 ha', '1–2 dead; or injury 61–200 %; or 3 to under 10 billion dong; or 5 to under 10 ha', 'Thông tư 88/2024/TT-BCA, Điều 29(5)', true, 3),
    ('FIRE', 'CAP_IV', 'Cấp IV', 'Grade IV', '3–4 người chết; hoặc thương tích từ 201%; hoặc 10 đến dưới 50 tỷ đồng', '3–4 dead; or injury from 201 %; or 10 to under 50 billion dong', 'Thông tư 88/2024/TT-BCA, Điều 29(5)', true, 4),
    ('FIRE', 'CAP_V', 'Cấp V', 'Grade V', 'Trên mức cấp IV (cần kiểm tra)', 'Above grade IV (to be checked)', 'Suy ra từ Thông tư 88/2024/TT-BCA, Điều 29(5)', false, 5);
