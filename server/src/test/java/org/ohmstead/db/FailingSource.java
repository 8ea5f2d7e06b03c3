package org.ohmstead.db;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that goes away when a test wants it to: before a commit, behind one, or altogether. */
final class FailingSource implements DataSource {
    private final DataSource real;
    volatile boolean away;
    /** What a commit that fails does it of; null: of a connection that is lost. */
    volatile @Nullable SQLException failure;

    final AtomicInteger rollbacksThatFail = new AtomicInteger();
    final AtomicInteger commitsThatFail = new AtomicInteger();
    final AtomicInteger closesThatFail = new AtomicInteger();
    /** Where SQLite takes its lock. */
    final AtomicInteger beginsThatFail = new AtomicInteger();

    final AtomicInteger commitsWhoseAnswerIsLost = new AtomicInteger();
    final AtomicInteger commits = new AtomicInteger();

    FailingSource(DataSource real) {
        this.real = real;
    }

    @Override
    public Connection getConnection() throws SQLException {
        failIfAway();
        Connection connection = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                FailingSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    try {
                        if (method.getName().equals("commit")) {
                            return commit(connection);
                        }
                        if (method.getName().equals("setAutoCommit")
                                && beginsThatFail.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                            throw lost();
                        }
                        if (method.getName().equals("rollback")
                                && rollbacksThatFail.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                            throw new SQLException("the transaction cannot be rolled back");
                        }
                        if (method.getName().equals("close")
                                && closesThatFail.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                            connection.close();
                            throw new IllegalStateException("the pool has a fault");
                        }
                        if (!method.getName().equals("close")) {
                            failIfAway();
                        }
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Object commit(Connection connection) throws SQLException {
        failIfAway();
        if (commitsThatFail.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw failure == null ? lost() : failure;
        }
        connection.commit();
        commits.incrementAndGet();
        if (commitsWhoseAnswerIsLost.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw lost();
        }
        return "";
    }

    private void failIfAway() throws SQLException {
        if (away) {
            throw lost();
        }
    }

    private static SQLException lost() {
        return new SQLException("the connection is lost", "08006");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(System.err);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(real);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
