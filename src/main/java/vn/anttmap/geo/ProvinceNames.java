package vn.anttmap.geo;

import java.util.Map;

/**
 * Names by the two-digit code of the General Statistics Office: the 34 provinces of July 2025, and those of the 63 before
 * whose code is free since.
 *
 * <p>Codes that changed their name in 2025: 15 (was Yên Bái), 24 (Bắc Giang), 44 (Quảng Bình), 52 (Bình Định), 80 (Long
 * An), 82 (Tiền Giang), 91 (Kiên Giang).
 */
final class ProvinceNames {

    static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("01", "Hà Nội"),
            Map.entry("02", "Hà Giang"),
            Map.entry("04", "Cao Bằng"),
            Map.entry("06", "Bắc Kạn"),
            Map.entry("08", "Tuyên Quang"),
            Map.entry("10", "Lào Cai"),
            Map.entry("11", "Điện Biên"),
            Map.entry("12", "Lai Châu"),
            Map.entry("14", "Sơn La"),
            Map.entry("15", "Lào Cai"),
            Map.entry("17", "Hòa Bình"),
            Map.entry("19", "Thái Nguyên"),
            Map.entry("20", "Lạng Sơn"),
            Map.entry("22", "Quảng Ninh"),
            Map.entry("24", "Bắc Ninh"),
            Map.entry("25", "Phú Thọ"),
            Map.entry("26", "Vĩnh Phúc"),
            Map.entry("27", "Bắc Ninh"),
            Map.entry("30", "Hải Dương"),
            Map.entry("31", "Hải Phòng"),
            Map.entry("33", "Hưng Yên"),
            Map.entry("34", "Thái Bình"),
            Map.entry("35", "Hà Nam"),
            Map.entry("36", "Nam Định"),
            Map.entry("37", "Ninh Bình"),
            Map.entry("38", "Thanh Hóa"),
            Map.entry("40", "Nghệ An"),
            Map.entry("42", "Hà Tĩnh"),
            Map.entry("44", "Quảng Trị"),
            Map.entry("45", "Quảng Trị"),
            Map.entry("46", "Huế"),
            Map.entry("48", "Đà Nẵng"),
            Map.entry("49", "Quảng Nam"),
            Map.entry("51", "Quảng Ngãi"),
            Map.entry("52", "Gia Lai"),
            Map.entry("54", "Phú Yên"),
            Map.entry("56", "Khánh Hòa"),
            Map.entry("58", "Ninh Thuận"),
            Map.entry("60", "Bình Thuận"),
            Map.entry("62", "Kon Tum"),
            Map.entry("64", "Gia Lai"),
            Map.entry("66", "Đắk Lắk"),
            Map.entry("67", "Đắk Nông"),
            Map.entry("68", "Lâm Đồng"),
            Map.entry("70", "Bình Phước"),
            Map.entry("72", "Tây Ninh"),
            Map.entry("74", "Bình Dương"),
            Map.entry("75", "Đồng Nai"),
            Map.entry("77", "Bà Rịa - Vũng Tàu"),
            Map.entry("79", "Hồ Chí Minh"),
            Map.entry("80", "Tây Ninh"),
            Map.entry("82", "Đồng Tháp"),
            Map.entry("83", "Bến Tre"),
            Map.entry("84", "Trà Vinh"),
            Map.entry("86", "Vĩnh Long"),
            Map.entry("87", "Đồng Tháp"),
            Map.entry("89", "An Giang"),
            Map.entry("91", "An Giang"),
            Map.entry("92", "Cần Thơ"),
            Map.entry("93", "Hậu Giang"),
            Map.entry("94", "Sóc Trăng"),
            Map.entry("95", "Bạc Liêu"),
            Map.entry("96", "Cà Mau"));

    private ProvinceNames() {}
}
