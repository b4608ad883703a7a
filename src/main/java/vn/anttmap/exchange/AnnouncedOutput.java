package vn.anttmap.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Has something done before the first byte goes through; if that fails, nothing does. */
final class AnnouncedOutput extends FilterOutputStream {

    private @Nullable Runnable first;

    AnnouncedOutput(OutputStream target) {
        super(target);
    }

    /** @param task done once, before the first byte */
    void before(Runnable task) {
        first = task;
    }

    @Override
    public void write(int value) throws IOException {
        announce();
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        announce();
        out.write(bytes, offset, length);
    }

    private void announce() {
        Runnable task = first;
        first = null;
        if (task != null) {
            task.run();
        }
    }
}
