package dev.standfirst.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The driver of PostgreSQL, counting what goes through the connection pool to the database; set in the configuration of tests. */
public final class CountingDriver extends Driver {
    private static final AtomicInteger EXECUTED = new AtomicInteger();
    private static final Set<String> COUNTED = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "commit", "rollback");

    /** Reads changes when it hears of them, whoever is asking for something else meanwhile. */
    private static final String LISTENER = "change-listener";

    /** How many statements were executed for requests, commits and rollbacks among them, since the JVM began. */
    public static int executed() {
        return EXECUTED.get();
    }

    @Override
    public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
        Connection connection = super.connect(url, info);
        return connection == null ? null : counting(connection, Connection.class);
    }

    private static <T> T counting(T target, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (COUNTED.contains(method.getName())
                            && !LISTENER.equals(Thread.currentThread().getName())) {
                        EXECUTED.incrementAndGet();
                    }
                    return wrapped(call(target, method, arguments));
                }));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof CallableStatement statement) {
            return counting(statement, CallableStatement.class);
        }
        if (result instanceof PreparedStatement statement) {
            return counting(statement, PreparedStatement.class);
        }
        return result instanceof Statement statement ? counting(statement, Statement.class) : result;
    }
}
