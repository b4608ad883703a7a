package vn.anttmap.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code .dbf}: dBASE III without memo.
 *
 * <p>Null is a field of blanks, which GDAL, QGIS and spreadsheets read as no value; an empty text is therefore read as
 * null too. Rows are never marked as deleted.
 */
final class DbfTable implements Closeable {

    private static final byte VERSION_DBASE_III = 0x03;
    private static final byte HEADER_END = 0x0D;
    private static final byte FILE_END = 0x1A;

    private final List<ExportField> fields;
    private final TemporaryFile file;
    private final byte[] row;
    private int rows;
    private final long[] cutTexts;
    private final long[] unfitValues;

    DbfTable(ExportLayer layer, long limitBytes) throws IOException {
        this.fields = layer.fields();
        this.row = new byte[layer.rowBytes()];
        this.cutTexts = new long[fields.size()];
        this.unfitValues = new long[fields.size()];
        this.file = new TemporaryFile(".dbf", limitBytes);
        file.append(new byte[headerBytes()]);
    }

    /**
     * @param values one for each field, in order
     * @throws IllegalArgumentException if the number or a type does not fit the fields
     */
    void append(@Nullable Object[] values) throws IOException {
        if (values.length != fields.size()) {
            throw new IllegalArgumentException(
                    "the row has " + values.length + " values, the layer " + fields.size() + " fields");
        }
        Arrays.fill(row, (byte) ' ');
        int at = 1;
        for (int i = 0; i < values.length; i++) {
            ExportField field = fields.get(i);
            Object value = values[i];
            if (value != null) {
                put(i, field, value, at);
            }
            at += field.width();
        }
        file.append(row);
        rows++;
    }

    /** Whether there is room for another row and the end mark. */
    boolean hasRoom() {
        return file.holds(row.length + 1);
    }

    /** Texts of a field that did not fit and were cut. */
    long cutTexts(int field) {
        return cutTexts[field];
    }

    /** Values of a field left out because they are no number or date the field can hold. */
    long unfitValues(int field) {
        return unfitValues[field];
    }

    int rows() {
        return rows;
    }

    /** Ends the table and copies it. */
    void finish(LocalDate today, OutputStream target) throws IOException {
        file.append(new byte[] {FILE_END});
        file.overwriteStart(header(today));
        file.copyTo(target);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void put(int i, ExportField field, Object value, int at) {
        switch (field.type()) {
            case TEXT -> {
                DbfText.Cut text = DbfText.cut(value.toString(), field.width());
                System.arraycopy(text.utf8(), 0, row, at, text.utf8().length);
                cutTexts[i] += text.cut() ? 1 : 0;
            }
            case INSTANT -> putAscii(i, field, at, FieldValues.localText(cast(field, value, Instant.class)));
            case DATE -> {
                LocalDate date = cast(field, value, LocalDate.class);
                boolean fits = date.getYear() >= 1 && date.getYear() <= 9999;
                putAscii(i, field, at, fits ? DateTimeFormatter.BASIC_ISO_DATE.format(date) : null);
            }
            case LOGICAL -> putAscii(i, field, at, cast(field, value, Boolean.class) ? "1" : "0");
            case INTEGER -> {
                if (!(value instanceof Integer
                        || value instanceof Long
                        || value instanceof Short
                        || value instanceof Byte)) {
                    throw wrongType(field, value);
                }
                putAscii(i, field, at, value.toString());
            }
            case DECIMAL ->
                putAscii(
                        i,
                        field,
                        at,
                        decimal(cast(field, value, Number.class), field.decimals())
                                .orElse(null));
        }
    }

    /** Right-aligned, as numbers are; null and what is too wide stay blank and are counted. */
    private void putAscii(int i, ExportField field, int at, @Nullable String text) {
        if (text == null || text.length() > field.width()) {
            unfitValues[i]++;
            return;
        }
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, row, at + field.width() - ascii.length, ascii.length);
    }

    private static Optional<String> decimal(Number value, int decimals) {
        if (!Double.isFinite(value.doubleValue())) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(value.toString());
        return Optional.of(exact.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    private static <T> T cast(ExportField field, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw wrongType(field, value);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException wrongType(ExportField field, Object value) {
        return new IllegalArgumentException("field " + field.name() + " is " + field.type() + " and takes no "
                + value.getClass().getSimpleName());
    }

    private int headerBytes() {
        return 32 + 32 * fields.size() + 1;
    }

    private byte[] header(LocalDate today) {
        ByteBuffer header = ByteBuffer.allocate(headerBytes()).order(ByteOrder.LITTLE_ENDIAN);
        header.put(VERSION_DBASE_III);
        header.put((byte) (today.getYear() - 1900));
        header.put((byte) today.getMonthValue());
        header.put((byte) today.getDayOfMonth());
        header.putInt(rows);
        header.putShort((short) headerBytes());
        header.putShort((short) row.length);
        // The language driver (byte 29) stays 0: no number stands for UTF-8, the .cpg says it.
        header.position(32);
        for (ExportField field : fields) {
            int start = header.position();
            header.put(field.name().getBytes(StandardCharsets.US_ASCII));
            header.position(start + 11);
            header.put((byte) field.type().code());
            header.position(start + 16);
            header.put((byte) field.width());
            header.put((byte) field.decimals());
            header.position(start + 32);
        }
        header.put(HEADER_END);
        return header.array();
    }
}
