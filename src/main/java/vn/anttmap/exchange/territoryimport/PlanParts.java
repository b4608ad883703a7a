package vn.anttmap.exchange.territoryimport;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The plan of an import in the database, in parts of a size that both databases take as a value. */
@Component
class PlanParts {

    private static final int PART_BYTES = 256 * 1024;

    private final JdbcClient jdbc;

    PlanParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What will be stored, as its layer reads it again. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** How a layer reads what it wrote. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    /** In the caller's transaction. */
    void write(UUID importId, Content content) {
        write(importId, content, 0, 1);
    }

    /** Keeps the file itself beside the plan, its parts counted downwards from −1. */
    void writeSource(UUID importId, byte[] file) {
        write(importId, out -> out.write(file), -1, -1);
    }

    /** Empty where the file was not kept. */
    byte[] source(UUID importId) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int number = -1;
        for (byte[] part = part(importId, number); part.length > 0; part = part(importId, --number)) {
            file.writeBytes(part);
        }
        return file.toByteArray();
    }

    private void write(UUID importId, Content content, int first, int step) {
        int[] part = {first};
        OutputStream rows = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                for (int at = from; at < from + length; at += PART_BYTES) {
                    byte[] value = Arrays.copyOfRange(bytes, at, Math.min(from + length, at + PART_BYTES));
                    jdbc.sql("insert into territory_import_part (import_id, part, content) values (?, ?, ?)")
                            .params(importId, part[0], value)
                            .update();
                    part[0] += step;
                }
            }
        };
        try (OutputStream out = new BufferedOutputStream(rows, PART_BYTES)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UserProblem of kind CONFLICT where nothing was kept, or not all of it */
    <T> T read(UUID importId, Reader<T> reader) {
        Enumeration<InputStream> parts = new Enumeration<>() {
            private int next;
            private byte[] content = part(importId, 0);

            @Override
            public boolean hasMoreElements() {
                return content.length > 0;
            }

            @Override
            public InputStream nextElement() {
                InputStream here = new ByteArrayInputStream(content);
                content = part(importId, ++next);
                return here;
            }
        };
        try (InputStream in = new SequenceInputStream(parts)) {
            return reader.read(in);
        } catch (EOFException e) {
            // Kept by a version of the service that kept it elsewhere: the file has to be looked at again.
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(Collection<UUID> importIds) {
        importIds.forEach(id -> jdbc.sql("delete from territory_import_part where import_id = ?")
                .param(id)
                .update());
    }

    /** Empty behind the last one. */
    private byte[] part(UUID importId, int part) {
        return jdbc.sql("select content from territory_import_part where import_id = ? and part = ?")
                .params(importId, part)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .orElse(new byte[0]);
    }
}
