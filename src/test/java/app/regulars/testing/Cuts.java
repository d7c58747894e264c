package app.regulars.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Ends an application for its database at a chosen step: what is not committed there is rolled back, and nothing is heard of it any more
 * until it starts again. A step is whatever the database would remember, the commit of something that was written: between two of them
 * a process can die wherever it wants, and leaves the same behind.
 */
public final class Cuts {

    private final AtomicInteger steps = new AtomicInteger();
    private volatile int at = Integer.MAX_VALUE;
    private volatile boolean dead;

    @TestConfiguration
    public static class Setup {

        private static final Cuts CUTS = new Cuts();

        @Bean
        static BeanPostProcessor cuttable() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? CUTS.around(database) : bean;
                }
            };
        }

        @Bean
        Cuts cuts() {
            return CUTS;
        }
    }

    /** Lives until so many steps were taken. */
    public synchronized void after(int count) {
        steps.set(0);
        at = count;
        dead = false;
    }

    /** Starts again, for good. */
    public synchronized void revive() {
        at = Integer.MAX_VALUE;
        dead = false;
    }

    public boolean isDead() {
        return dead;
    }

    /** Something outside happens that is remembered there: it counts as a step. */
    public void step() {
        if (isOver()) {
            throw new IllegalStateException("the process is dead");
        }
    }

    /** One step further. A thread that dies here stays dead whoever starts again meanwhile: it must not go on as if it had written. */
    private synchronized boolean isOver() {
        dead = dead || steps.incrementAndGet() > at;
        return dead;
    }

    private DataSource around(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                alive();
                return around(super.getConnection());
            }
        };
    }

    private void alive() throws SQLException {
        if (dead) {
            throw death();
        }
    }

    private static SQLException death() {
        return new SQLNonTransientConnectionException("the process is dead", "08006");
    }

    private void write(Connection connection) throws SQLException {
        if (isOver()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            throw death();
        }
    }

    private Connection around(Connection connection) {
        var wrote = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(Cuts.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if ("commit".equals(method.getName())) {
                if (wrote.getAndSet(false)) {
                    write(connection);
                } else {
                    alive();
                }
            }
            var result = invoke(connection, method::invoke, arguments);
            return result instanceof Statement statement ? around(statement, method.getReturnType(), connection, wrote,
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : null) : result;
        });
    }

    private Object around(Statement statement, Class<?> kind, Connection connection, AtomicBoolean wrote, String prepared) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                alive();
                var sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String said ? said : prepared;
                if (sql == null || !sql.stripLeading().regionMatches(true, 0, "select", 0, 6)) {
                    if (connection.getAutoCommit()) {
                        write(connection);
                    } else {
                        wrote.set(true);
                    }
                }
            }
            return invoke(statement, method::invoke, arguments);
        };
        return Proxy.newProxyInstance(Cuts.class.getClassLoader(), new Class<?>[] {kind}, handler);
    }

    @FunctionalInterface
    private interface Call {

        Object on(Object target, Object... arguments) throws ReflectiveOperationException;
    }

    private static Object invoke(Object target, Call call, Object[] arguments) throws Throwable {
        try {
            return call.on(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
