package vn.anttmap.geo;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work on each of many things: side by side where there are so many that it pays, in the order given always. The work must
 * not touch a database, and what it shares must be safe to share.
 */
public final class ManyAtOnce {

    private static final int MANY = 2_000;

    private ManyAtOnce() {}

    public static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        Stream<T> stream = things.size() < MANY ? things.stream() : things.parallelStream();
        return stream.map(work).toList();
    }
}
