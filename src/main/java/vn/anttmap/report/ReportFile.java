package vn.anttmap.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A finished document outside memory. On Linux its name is gone at once, so that nothing stays on the disk whatever
 * happens to the process, and nobody else can open it.
 */
final class ReportFile implements Closeable {

    private final FileChannel channel;

    ReportFile() throws IOException {
        // Made by createTempFile for its name and its permissions (owner only).
        this.channel = FileChannel.open(
                Files.createTempFile("anttmap-report-", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** @return appends to the file; closing it closes the file */
    OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    long size() throws IOException {
        return channel.size();
    }

    void copyTo(OutputStream target) throws IOException {
        channel.position(0);
        // Not closed: that would close the channel.
        Channels.newInputStream(channel).transferTo(target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
