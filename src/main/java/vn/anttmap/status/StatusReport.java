package vn.anttmap.status;

import java.util.ArrayList;
import java.util.List;

/** @param lines what is told, in order */
public record StatusReport(State state, List<Line> lines) {

    /** The worst of all parts is that of the service. */
    public enum State {
        OK,
        /** Worth a look in the next days. */
        NOTICE,
        /** Something does not work, or will soon not. */
        WARNING
    }

    /**
     * @param key behind {@code status.line.}
     * @param values of the message; an Instant is shown as local time, a Duration and a DataSize in words
     */
    public record Line(String key, List<Object> values) {}

    public StatusReport {
        lines = List.copyOf(lines);
    }

    public static StatusReport of(State state) {
        return new StatusReport(state, List.of());
    }

    /** The same, no better than this. */
    public StatusReport atLeast(State worse) {
        return new StatusReport(worse.compareTo(state) > 0 ? worse : state, lines);
    }

    /** The same with one more line. */
    public StatusReport with(String key, Object... values) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(key, List.of(values)));
        return new StatusReport(state, more);
    }
}
