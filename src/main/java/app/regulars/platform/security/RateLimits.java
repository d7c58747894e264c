package app.regulars.platform.security;

import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing and flooding. Tries are counted by a hash of what was tried, whether or not it exists, so that a delay tells
 * nothing; the counts stand in the database, for all nodes, and each is written by itself whatever becomes of the caller's work.
 */
@Component
public class RateLimits {

    private static final int CONNECTIONS = 4;

    private final HikariDataSource connections;
    private final StoredBuckets buckets;

    RateLimits(DataSource data, Clock clock) {
        this.connections = own(data);
        this.buckets = new StoredBuckets(connections, clock);
    }

    /**
     * A few connections beside those of the application: who takes a try in the middle of a transaction holds one of those already, and
     * many like her would wait for each other's second one.
     */
    private static HikariDataSource own(DataSource data) {
        var own = DataSourceBuilder.derivedFrom(data).type(HikariDataSource.class).build();
        own.setPoolName("tries");
        own.setMaximumPoolSize(CONNECTIONS);
        own.setMinimumIdle(0);
        own.setInitializationFailTimeout(-1);
        return own;
    }

    @PreDestroy
    void close() {
        connections.close();
    }

    /**
     * What may be tried how often. Several steps make delays that grow: 5 tries at once, then one every 30 seconds, after 10 one
     * every two minutes, and so on.
     *
     * @param name  what is tried, as a stable word; counts of different names do not mix
     * @param steps all of them hold at once
     */
    public record Limit(String name, List<Step> steps) {

        /** @param tries how many in a row, given back evenly over the time */
        public record Step(int tries, Duration in) {
        }

        /** For what only the right person can know: 5 tries, then 30 seconds, 2 minutes, a quarter of an hour between two. */
        public static Limit guessing(String name) {
            return of(name, 5, Duration.ofSeconds(150)).and(10, Duration.ofMinutes(20)).and(20, Duration.ofHours(5));
        }

        public static Limit of(String name, int tries, Duration in) {
            return new Limit(name, List.of(new Step(tries, in)));
        }

        public Limit and(int tries, Duration in) {
            var all = new ArrayList<>(steps);
            all.add(new Step(tries, in));
            return new Limit(name, List.copyOf(all));
        }

        private BucketConfiguration configuration() {
            var configuration = BucketConfiguration.builder();
            steps.forEach(step -> configuration.addLimit(limit -> limit.capacity(step.tries()).refillGreedy(step.tries(), step.in())));
            return configuration.build();
        }
    }

    /** Takes one try. @return zero when it was granted, else how long to wait for the next */
    public Duration take(Limit limit, String subject) {
        var probe = bucket(limit, subject).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How long to wait until a try would be granted; takes none. */
    public Duration wait(Limit limit, String subject) {
        return Duration.ofNanos(bucket(limit, subject).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** Gives back a try that turned out to be right. */
    public void giveBack(Limit limit, String subject) {
        bucket(limit, subject).addTokens(1);
    }

    /** Forgets all tries. */
    public void forget(Limit limit, String subject) {
        buckets.removeProxy(key(limit, subject));
    }

    private BucketProxy bucket(Limit limit, String subject) {
        return buckets.getProxy(key(limit, subject), limit::configuration);
    }

    /** Holds the numbers as well: a limit that was changed begins anew. */
    private static String key(Limit limit, String subject) {
        return Secrets.hash(limit.name() + limit.steps() + ":" + subject);
    }
}
