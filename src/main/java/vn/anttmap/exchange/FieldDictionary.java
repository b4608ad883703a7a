package vn.anttmap.exchange;

import java.util.ArrayList;
import java.util.List;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateTransform;

/**
 * The text file beside a shapefile, in Vietnamese: what ten letters of a field name cannot say, and how to bring the
 * coordinates together with others'.
 */
final class FieldDictionary {

    private FieldDictionary() {}

    /** Lines without line ends. */
    static List<String> lines(ExportLayer layer, List<ShapefilePart> parts, long rowsWithoutGeometry) {
        List<String> lines = new ArrayList<>();
        lines.add(layer.title());
        for (ShapefilePart part : parts) {
            lines.add("Tệp: " + part.name() + ".shp, .shx, .dbf, .prj, .cpg, .shp.xml ("
                    + part.table().rows() + " bản ghi)");
        }
        if (parts.size() > 1) {
            lines.add(
                    "Mỗi shapefile chỉ giữ một kiểu hình và dưới 2 GB, nên lớp này chia thành nhiều tệp, cùng các trường.");
        }
        long rows = parts.stream().mapToLong(part -> part.table().rows()).sum();
        lines.add("Số bản ghi: " + rows + " (" + rowsWithoutGeometry + " bản ghi không có hình)");
        lines.add("Bảng mã chữ: UTF-8");
        lines.add("");
        addCoordinates(lines, layer.system());
        lines.add("");
        lines.add("CÁC TRƯỜNG");
        for (int i = 0; i < layer.fields().size(); i++) {
            int field = i;
            addField(
                    lines,
                    layer.fields().get(i),
                    parts.stream()
                            .mapToLong(part -> part.table().cutTexts(field))
                            .sum(),
                    parts.stream()
                            .mapToLong(part -> part.table().unfitValues(field))
                            .sum());
        }
        lines.add("Ô để trống nghĩa là không có số liệu, không phải là 0.");
        if (!layer.notes().isEmpty()) {
            lines.add("");
            lines.add("GHI CHÚ");
            layer.notes().forEach(note -> lines.add("- " + note));
        }
        return lines;
    }

    private static void addCoordinates(List<String> lines, CoordinateSystem system) {
        lines.add("HỆ TỌA ĐỘ");
        lines.add(system.code() + " – " + system.name());
        if (system.isProjected()) {
            lines.add("Kinh tuyến trục " + degreesAndMinutes(system.centralMeridianDegrees()) + ", hệ số "
                    + system.scaleFactor()
                    + "; trong tệp, x là tọa độ Đông (Y trên bản đồ địa chính), y là tọa độ Bắc (X), đơn vị mét.");
        } else {
            lines.add("Trong tệp, x là kinh độ, y là vĩ độ, đơn vị độ.");
        }
        if (system.isVn2000()) {
            lines.add("Tính từ WGS 84 (EPSG:4326) bằng phép chuyển hệ quy chiếu "
                    + CoordinateTransform.datumShiftParameters()
                    + " (tham số của Quyết định 05/2007/QĐ-BTNMT, chiều từ VN-2000 sang WGS 84).");
            lines.add("Tệp .prj không chứa tham số này. Khi chồng lên dữ liệu WGS 84, hãy chọn phép chuyển EPSG:6960;"
                    + " phép chuyển khác lệch đến khoảng 0,8 m, không chuyển thì lệch khoảng 224 m.");
        }
    }

    private static void addField(List<String> lines, ExportField field, long cutTexts, long unfitValues) {
        StringBuilder line = new StringBuilder(field.name())
                .append(" [")
                .append(type(field))
                .append("]: ")
                .append(field.title());
        if (field.unit() != null) {
            line.append(" (").append(field.unit()).append(')');
        }
        if (field.description() != null) {
            line.append(". ").append(field.description());
        }
        if (cutTexts > 0) {
            line.append(" [").append(cutTexts).append(" giá trị dài quá, đã bị cắt bớt ở cuối]");
        }
        if (unfitValues > 0) {
            line.append(" [").append(unfitValues).append(" giá trị không ghi được, để trống]");
        }
        lines.add(line.toString());
    }

    private static String type(ExportField field) {
        return switch (field.type()) {
            case TEXT -> "văn bản, tối đa " + field.width() + " byte";
            case INTEGER -> "số nguyên";
            case DECIMAL -> "số, " + field.decimals() + " chữ số thập phân";
            case DATE -> "ngày";
            case INSTANT -> "ngày và giờ Việt Nam, văn bản";
            case LOGICAL -> "1 = có, 0 = không";
        };
    }

    private static String degreesAndMinutes(double degrees) {
        int minutes = (int) Math.round(degrees * 60);
        return minutes / 60 + "°" + String.format(java.util.Locale.ROOT, "%02d", minutes % 60) + "′";
    }
}
