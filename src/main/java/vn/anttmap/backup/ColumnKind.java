package vn.anttmap.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, without regard to the database: each kind is written to an archive in one way, so that the same
 * content reads the same wherever it came from.
 */
enum ColumnKind {
    WHOLE {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return row.getLong(index);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setLong(index, ((Number) value).longValue());
        }
    },
    DOUBLE {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            double value = row.getDouble(index);
            // H2 knows one zero only. What is no number has no form in JSON.
            return Double.isFinite(value) ? (Object) (value + 0.0) : Double.toString(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setDouble(
                    index, value instanceof Number number ? number.doubleValue() : Double.parseDouble((String) value));
        }
    },
    DECIMAL {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return text(row.getBigDecimal(index), BigDecimal::toPlainString);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBigDecimal(index, new BigDecimal((String) value));
        }
    },
    BOOLEAN {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return row.getBoolean(index);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBoolean(index, (Boolean) value);
        }
    },
    TEXT {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, (String) value);
        }
    },
    BYTES {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return text(row.getBytes(index), Base64.getEncoder()::encodeToString);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, Base64.getDecoder().decode((String) value));
        }
    },
    DATE {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return text(row.getObject(index, LocalDate.class), LocalDate::toString);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, LocalDate.parse((String) value));
        }
    },
    /** In UTC: PostgreSQL does not keep the offset that was written. */
    INSTANT {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return text(
                    row.getObject(index, OffsetDateTime.class),
                    time -> time.toInstant().toString());
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Instant.parse((String) value).atOffset(ZoneOffset.UTC));
        }
    },
    UUID {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return text(row.getObject(index, java.util.UUID.class), java.util.UUID::toString);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, java.util.UUID.fromString((String) value));
        }
    },
    /** EWKB with its reference system, most significant byte first. */
    GEOMETRY {
        @Override
        @Nullable Object value(ResultSet row, int index) throws SQLException {
            return BYTES.value(row, index);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            BYTES.set(statement, index, value);
        }
    };

    /**
     * @param type name of the type as H2 or PostgreSQL gives it
     * @throws IllegalStateException for a type that archives do not know: a migration brought it and this enum must follow
     */
    static ColumnKind of(String table, String column, String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "bigint", "integer", "smallint", "int8", "int4", "int2" -> WHOLE;
            case "double precision", "float8", "real", "float4" -> DOUBLE;
            case "numeric", "decimal", "decfloat" -> DECIMAL;
            case "boolean", "bool" -> BOOLEAN;
            case "character varying", "varchar", "text", "character", "bpchar", "character large object" -> TEXT;
            case "binary varying", "bytea", "binary large object" -> BYTES;
            case "date" -> DATE;
            case "timestamp with time zone", "timestamptz" -> INSTANT;
            case "uuid" -> UUID;
            case "geometry" -> GEOMETRY;
            default ->
                throw new IllegalStateException(
                        "archives do not know the type " + type + " of " + table + "." + column);
        };
    }

    /** The value as it goes into JSON; null where the column is null. */
    final @Nullable Object read(ResultSet row, int index) throws SQLException {
        Object value = value(row, index);
        return row.wasNull() ? null : value;
    }

    final void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value != null) {
            set(statement, index, value);
        } else if (this == BYTES || this == GEOMETRY) {
            statement.setNull(index, Types.BINARY);
        } else {
            statement.setNull(index, Types.NULL);
        }
    }

    /** Anything where the column is null. */
    abstract @Nullable Object value(ResultSet row, int index) throws SQLException;

    abstract void set(PreparedStatement statement, int index, Object value) throws SQLException;

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> form) {
        return value == null ? null : form.apply(value);
    }
}
