package vn.anttmap.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Bytes kept outside memory until they are copied away.
 *
 * <p>Opened with DELETE_ON_CLOSE, which on Linux takes the name away at once: whatever happens to the process, nothing
 * stays on the disk, and nobody else can open what may be incident data.
 */
final class TemporaryFile implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final String label;
    private final long limitBytes;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long size;

    /** @param label for the message when the file grows beyond the limit */
    TemporaryFile(String label, long limitBytes) throws IOException {
        this.label = label;
        this.limitBytes = limitBytes;
        // Made by createTempFile for its name and its permissions (owner only).
        Path path = Files.createTempFile("anttmap-export-", ".tmp");
        this.channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Bytes written so far. */
    long size() {
        return size;
    }

    /** Whether so many bytes more stay within the limit. */
    boolean holds(long bytes) {
        return size + bytes <= limitBytes;
    }

    /** @throws ShapefileTooLargeException before the limit is passed */
    void append(byte[] bytes) throws IOException {
        if (!holds(bytes.length)) {
            throw new ShapefileTooLargeException(label, limitBytes);
        }
        size += bytes.length;
        int from = 0;
        while (from < bytes.length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int count = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, count);
            from += count;
        }
    }

    /** Replaces bytes at the beginning. */
    void overwriteStart(byte[] bytes) throws IOException {
        flush();
        ByteBuffer source = ByteBuffer.wrap(bytes);
        while (source.hasRemaining()) {
            channel.write(source, source.position());
        }
    }

    void copyTo(OutputStream target) throws IOException {
        flush();
        channel.position(0);
        while (channel.read(buffer) >= 0) {
            target.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
    }

    /** CRC-32 of all bytes, as a ZIP wants it before an entry that is stored as it is. */
    long crc32() throws IOException {
        CRC32 crc = new CRC32();
        copyTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
