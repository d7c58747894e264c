package app.regulars.review;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.ProductId;
import app.regulars.platform.persistence.AfterCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The summary of every product that has reviews: a row in the database, changed along with the review, and all of them in memory, so that
 * pages and cards ask nothing. What other nodes changed is read every few seconds.
 */
@Component
class ReviewSummaries {

    private static final Logger log = LoggerFactory.getLogger(ReviewSummaries.class);
    private static final List<String> COLUMNS = List.of("one", "two", "three", "four", "five");
    private static final String ALL = "select product_id, one, two, three, four, five from review_summary ";
    private static final long PAUSE = Duration.ofSeconds(15).toNanos();
    /** A change may become visible so much later than it says. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<ProductId, ReviewSummary> known = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile Instant read = Instant.EPOCH;

    ReviewSummaries(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts a review with so many stars in, or out where {@code more} is negative; in the caller's transaction. */
    void count(ProductId product, int stars, int more) {
        var now = utc(clock.instant());
        jdbc.update("insert into review_summary (product_id, one, two, three, four, five, changed_at) values (?, 0, 0, 0, 0, 0, ?) on duplicate key update changed_at = values(changed_at)",
                bytes(product.value()), now);
        var column = COLUMNS.get(stars - 1);
        jdbc.update("update review_summary set " + column + " = " + column + " + ? where product_id = ?", more, bytes(product.value()));
        AfterCommit.run(() -> jdbc.query(ALL + "where product_id = ?", this::keep, (Object) bytes(product.value())));
    }

    ReviewSummary of(ProductId product) {
        var due = next.get();
        if (System.nanoTime() - due >= 0 && next.compareAndSet(due, System.nanoTime() + PAUSE)) {
            Thread.ofVirtual().start(this::look);
        }
        return known.getOrDefault(product, ReviewSummary.NONE);
    }

    /** Beside whoever asks, so that nobody waits for it. */
    private void look() {
        try {
            begin();
        } catch (RuntimeException notNow) {
            log.warn("summaries of reviews were not read anew: {}", notNow.toString());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var now = clock.instant();
        jdbc.query(ALL + "where changed_at >= ?", this::keep, utc(read.equals(Instant.EPOCH) ? read : read.minus(OVERLAP)));
        read = now;
    }

    private void keep(ResultSet row) throws SQLException {
        var counts = new ArrayList<Integer>();
        for (var column : COLUMNS) {
            counts.add(row.getInt(column));
        }
        known.put(new ProductId(uuid(row.getBytes("product_id"))), new ReviewSummary(counts));
    }
}
