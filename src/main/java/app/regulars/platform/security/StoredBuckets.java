package app.regulars.platform.security;

import static app.regulars.platform.persistence.Columns.utc;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * Bucket4j's buckets in the table rate_limit, changed by comparing and swapping, which MySQL and H2 do alike (Bucket4j's own module
 * for MySQL is not published where we build, and knows no H2). Works on connections of its own, outside the caller's transaction.
 */
class StoredBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {

    private final DataSource data;
    private final Clock clock;

    StoredBuckets(DataSource data, Clock clock) {
        super(ClientSideConfig.getDefault().withClientClock(new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        }));
        this.data = data;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = data.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("tries could not be counted", e);
        }
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                return with(connection -> read(connection, key));
            }

            @Override
            public boolean compareAndSwap(byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                return with(connection -> before == null ? insert(connection, key, after) : update(connection, key, before, after));
            }
        };
    }

    private static Optional<byte[]> read(Connection connection, String key) throws SQLException {
        try (var select = connection.prepareStatement("select state from rate_limit where subject = ?")) {
            select.setString(1, key);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    private boolean insert(Connection connection, String key, byte[] state) throws SQLException {
        try (var insert = connection.prepareStatement("insert into rate_limit (subject, state, used_at) values (?, ?, ?)")) {
            insert.setString(1, key);
            insert.setBytes(2, state);
            insert.setObject(3, utc(clock.instant()));
            return insert.executeUpdate() == 1;
        } catch (SQLIntegrityConstraintViolationException insertedInTheSameMoment) {
            return false;
        }
    }

    private boolean update(Connection connection, String key, byte[] before, byte[] after) throws SQLException {
        try (var update = connection.prepareStatement("update rate_limit set state = ?, used_at = ? where subject = ? and state = ?")) {
            update.setBytes(1, after);
            update.setObject(2, utc(clock.instant()));
            update.setString(3, key);
            update.setBytes(4, before);
            return update.executeUpdate() == 1;
        }
    }

    @Override
    public void removeProxy(String key) {
        with(connection -> {
            try (var delete = connection.prepareStatement("delete from rate_limit where subject = ?")) {
                delete.setString(1, key);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return false;
    }
}
