package vn.anttmap.geo;

import static vn.anttmap.geo.CoordinateSystem.Kind.VN2000_GEOGRAPHIC;
import static vn.anttmap.geo.CoordinateSystem.Kind.VN2000_TM3;
import static vn.anttmap.geo.CoordinateSystem.Kind.VN2000_UTM;
import static vn.anttmap.geo.CoordinateSystem.Kind.WGS84_UTM;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The reference systems in use in Vietnam, as the EPSG register has them.
 *
 * <p>The deprecated codes 6956 to 6959 are left out on purpose: their false easting and northing are swapped. The
 * provinces come from the register's aliases and areas of use (list of provinces before July 2025).
 */
public final class CoordinateSystems {

    public static final CoordinateSystem WGS84 =
            new CoordinateSystem("EPSG:4326", "WGS 84", CoordinateSystem.Kind.WGS84, 0, 1, List.of());

    public static final CoordinateSystem VN2000 =
            new CoordinateSystem("EPSG:4756", "VN-2000", VN2000_GEOGRAPHIC, 0, 1, List.of());

    private static final List<CoordinateSystem> ALL = List.of(
            utm(3405, "VN-2000 / UTM zone 48N", 105),
            utm(3406, "VN-2000 / UTM zone 49N", 111),
            tm3(5896, "zone 481", 102),
            tm3(
                    5897,
                    "zone 482",
                    105,
                    "Hà Nội",
                    "Hà Nam",
                    "Hà Tây",
                    "Ninh Bình",
                    "Thanh Hóa",
                    "Vĩnh Phúc",
                    "Cần Thơ",
                    "Bạc Liêu",
                    "Đồng Tháp",
                    "Hậu Giang"),
            tm3(5898, "zone 491", 108, "Quảng Ngãi"),
            tm3(
                    5899,
                    "107-45",
                    107.75,
                    "Quảng Ninh",
                    "Đà Nẵng",
                    "Quảng Nam",
                    "Bà Rịa - Vũng Tàu",
                    "Đồng Nai",
                    "Lâm Đồng"),
            tm3(9205, "103-00", 103, "Điện Biên", "Lai Châu"),
            tm3(9206, "104-00", 104, "Sơn La"),
            tm3(9207, "104-30", 104.5, "Cà Mau", "Kiên Giang"),
            tm3(9208, "104-45", 104.75, "An Giang", "Lào Cai", "Nghệ An", "Phú Thọ", "Yên Bái"),
            tm3(
                    9209,
                    "105-30",
                    105.5,
                    "Bắc Ninh",
                    "Hà Giang",
                    "Hà Tĩnh",
                    "Hải Dương",
                    "Hưng Yên",
                    "Nam Định",
                    "Sóc Trăng",
                    "Tây Ninh",
                    "Thái Bình",
                    "Trà Vinh",
                    "Vĩnh Long"),
            tm3(
                    9210,
                    "105-45",
                    105.75,
                    "Cao Bằng",
                    "Hải Phòng",
                    "Hồ Chí Minh",
                    "Bến Tre",
                    "Bình Dương",
                    "Long An",
                    "Tiền Giang"),
            tm3(9211, "106-00", 106, "Hòa Bình", "Quảng Bình", "Tuyên Quang"),
            tm3(9212, "106-15", 106.25, "Bình Phước", "Quảng Trị"),
            tm3(9213, "106-30", 106.5, "Bắc Kạn", "Thái Nguyên"),
            tm3(9214, "107-00", 107, "Bắc Giang", "Huế"),
            tm3(9215, "107-15", 107.25, "Lạng Sơn"),
            tm3(9216, "107-30", 107.5, "Kon Tum"),
            tm3(9217, "108-15", 108.25, "Bình Định", "Khánh Hòa", "Ninh Thuận"),
            tm3(9218, "108-30", 108.5, "Bình Thuận", "Đắk Lắk", "Đắk Nông", "Gia Lai", "Phú Yên"),
            VN2000,
            WGS84,
            new CoordinateSystem("EPSG:32648", "WGS 84 / UTM zone 48N", WGS84_UTM, 105, 0.9996, List.of()),
            new CoordinateSystem("EPSG:32649", "WGS 84 / UTM zone 49N", WGS84_UTM, 111, 0.9996, List.of()));

    private static final Map<String, CoordinateSystem> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CoordinateSystem::code, Function.identity()));

    private CoordinateSystems() {}

    /** All 24 systems: VN-2000 projected by code, VN-2000 geographic, WGS 84, WGS 84 UTM. */
    public static List<CoordinateSystem> list() {
        return ALL;
    }

    /** @param code {@code EPSG:9210}, in any case, or {@code 9210} alone */
    public static Optional<CoordinateSystem> find(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(BY_CODE.get(upper.startsWith("EPSG:") ? upper : "EPSG:" + upper));
    }

    /** @throws UnknownCoordinateSystemException naming the systems there are */
    public static CoordinateSystem get(String code) {
        return find(code).orElseThrow(() -> new UnknownCoordinateSystemException(code));
    }

    /**
     * The 3° system of a province's cadastral maps.
     *
     * <p>The reform of July 2025 merged provinces under old names and old codes, not always of the same one: 24 was Bắc
     * Giang and is Bắc Ninh. A code is read with today's meaning where there is one, so that the answer fits the new
     * province's name; the meridians the ministry set for merged provinces (circular 24/2025/TT-BNNMT) were not to be had.
     *
     * @param provinceCode two digits of the General Statistics Office, such as {@code 04}
     */
    public static Optional<CoordinateSystem> forProvince(String provinceCode) {
        return Optional.ofNullable(ProvinceNames.BY_CODE.get(provinceCode)).flatMap(CoordinateSystems::forProvinceName);
    }

    /** As {@link #forProvince}, by name without its kind: {@code Cao Bằng}; marks and case do not matter. */
    public static Optional<CoordinateSystem> forProvinceName(String provinceName) {
        String wanted = VietnameseText.fold(provinceName);
        return ALL.stream()
                .filter(system ->
                        system.provinces().stream().map(VietnameseText::fold).anyMatch(wanted::equals))
                .findFirst();
    }

    private static CoordinateSystem utm(int code, String name, double centralMeridian) {
        return new CoordinateSystem("EPSG:" + code, name, VN2000_UTM, centralMeridian, 0.9996, List.of());
    }

    private static CoordinateSystem tm3(int code, String zone, double centralMeridian, String... provinces) {
        return new CoordinateSystem(
                "EPSG:" + code, "VN-2000 / TM-3 " + zone, VN2000_TM3, centralMeridian, 0.9999, List.of(provinces));
    }
}
