package vn.anttmap.gisdata;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * A hamlet or block of 2019 before it has a boundary.
 *
 * @param communeCode code of its commune in 2019
 * @param name without the kind, or the whole invented name
 * @param center EPSG:4326, longitude first; the point its cell is drawn round
 */
record HamletSite(String communeCode, String kind, String name, NameSource nameSource, Coordinate center) {

    static final Map<String, String> KIND_LABELS =
            Map.of("xom", "Xóm", "thon", "Thôn", "khu_pho", "Khu phố", "to_dan_pho", "Tổ dân phố");

    /** Where a name comes from, with the sentence that users see. */
    enum NameSource {
        PUBLISHED("Ranh giới là dữ liệu minh hoạ, tự sinh bên trong ranh giới xã; tên lấy từ nguồn công khai."),
        GAZETTEER("Ranh giới là dữ liệu minh hoạ, tự sinh bên trong ranh giới xã; tên theo GeoNames, có thể khác danh"
                + " sách chính thức."),
        GAZETTEER_UNMARKED("Ranh giới là dữ liệu minh hoạ, tự sinh bên trong ranh giới xã; tên theo GeoNames, chưa có"
                + " dấu, có thể khác danh sách chính thức."),
        INVENTED("Ranh giới và tên đều là dữ liệu minh hoạ, không phải tên thật.");

        final String note;

        NameSource(String note) {
            this.note = note;
        }
    }

    boolean hasRealName() {
        return nameSource != NameSource.INVENTED;
    }

    /** Key without the version, for example "hamlet-01447-coc-cang". */
    String keyStem() {
        return keyStem(communeCode, name);
    }

    static String keyStem(String communeCode, String name) {
        return "hamlet-" + communeCode + "-" + slug(name);
    }

    static String fullName(String kind, String name) {
        String label = KIND_LABELS.getOrDefault(kind, "");
        return name.startsWith(label + " ") ? name : label + " " + name;
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.replace("(ten minh hoa)", "").strip().replaceAll("[^a-z0-9]+", "-");
    }
}
