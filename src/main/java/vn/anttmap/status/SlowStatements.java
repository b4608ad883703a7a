package vn.anttmap.status;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs prepared statements that take long, as they are written in the code: never the values, which hold places and notes. Calls
 * cost a reflection each, so nothing is wrapped unless it is asked for.
 */
final class SlowStatements {

    private static final Logger LOG = LoggerFactory.getLogger(SlowStatements.class);
    private static final int LONGEST_TOLD = 2_000;

    private final Duration limit;
    private final AtomicLong count = new AtomicLong();

    SlowStatements(Duration limit) {
        this.limit = limit;
    }

    boolean watches() {
        return !limit.isZero();
    }

    /** How many there were since the start. */
    long count() {
        return count.get();
    }

    Duration limit() {
        return limit;
    }

    DataSource watch(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection && method.getName().equals("getConnection")
                    ? watch(connection)
                    : result;
        });
    }

    private Connection watch(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                            && method.getName().equals("prepareStatement")
                    ? watch(statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement watch(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            long begin = System.nanoTime();
            try {
                return call(statement, method, arguments);
            } finally {
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                if (took.compareTo(limit) > 0) {
                    count.incrementAndGet();
                    LOG.warn(
                            "slow statement, {} ms: {}",
                            took.toMillis(),
                            sql.length() <= LONGEST_TOLD ? sql : sql.substring(0, LONGEST_TOLD) + "…");
                }
            }
        });
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SlowStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
