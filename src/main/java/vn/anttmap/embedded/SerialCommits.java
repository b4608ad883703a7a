package vn.anttmap.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one commit, or one forcing to the disk, of an embedded database happen at a time. H2 writes its maps to the file one
 * after the other while others go on (h2database issue 2080): a commit that runs beside it can be in the file with one table
 * and without another, and stays so where the process is killed just then. Behind this lock each commit is in the file as a
 * whole or not at all. What is not committed yet may still be there in part: {@link UnfinishedWrites}.
 *
 * <p>Statements outside a transaction commit by themselves; they are given one, so that only their commit is waited for and
 * never a lock that they wait for.
 */
final class SerialCommits {

    private static final Set<String> WRITING =
            Set.of("execute", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private static final Set<String> MAKING = Set.of("createStatement", "prepareStatement", "prepareCall");

    /** Forces what is committed to the disk; it is a writing of the file itself. */
    private static final String FORCING = "checkpoint";

    private final ReentrantLock turn = new ReentrantLock();

    Connection of(Connection connection) {
        return proxy(Connection.class, new Connected(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SerialCommits.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private interface Call {
        @Nullable Object run() throws Throwable;
    }

    private @Nullable Object alone(Call call) throws Throwable {
        turn.lock();
        try {
            return call.run();
        } finally {
            turn.unlock();
        }
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Of objects that stand for another one. */
    private static @Nullable Object identity(
            Object proxy, Method method, Object @Nullable [] arguments, Object target) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> target.toString();
        };
    }

    private final class Connected implements InvocationHandler {

        private final Connection connection;

        Connected(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return identity(proxy, method, arguments, connection);
            }
            if (method.getName().equals("commit")) {
                return alone(() -> SerialCommits.invoke(connection, method, arguments));
            }
            Object result = SerialCommits.invoke(connection, method, arguments);
            return result instanceof Statement statement && MAKING.contains(method.getName())
                    ? proxy(method.getReturnType(), new Stated(connection, statement))
                    : result;
        }
    }

    private final class Stated implements InvocationHandler {

        private final Connection connection;
        private final Statement statement;

        Stated(Connection connection, Statement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return identity(proxy, method, arguments, statement);
            }
            Call call = () -> SerialCommits.invoke(statement, method, arguments);
            if (!WRITING.contains(method.getName()) || !connection.getAutoCommit()) {
                return call.run();
            }
            boolean forcing = arguments != null
                    && arguments[0] instanceof String sql
                    && sql.regionMatches(true, 0, FORCING, 0, FORCING.length());
            return forcing ? alone(call) : inTransaction(call);
        }

        private @Nullable Object inTransaction(Call call) throws Throwable {
            connection.setAutoCommit(false);
            Object result;
            try {
                result = call.run();
                alone(() -> {
                    connection.commit();
                    return null;
                });
            } catch (Throwable problem) {
                try {
                    connection.rollback();
                    connection.setAutoCommit(true);
                } catch (SQLException again) {
                    problem.addSuppressed(again);
                }
                throw problem;
            }
            connection.setAutoCommit(true);
            return result;
        }
    }
}
