package app.regulars.search;

import app.regulars.platform.ui.Live;
import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the index with its table, document by document and version by version, and writes it anew. Every document is replaced in its
 * place, so that the search answers all the time, and what is changed meanwhile is not lost.
 */
@Component
class IndexCare {

    static final String TOPIC = "search-index";
    private static final Logger log = LoggerFactory.getLogger(IndexCare.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_READ = 2_000;
    private static final int TIDY_SECONDS = 30;
    private static final int AFTER_START_SECONDS = 10;
    private static final UUID FIRST = new UUID(0, 0);

    private final StoredDocumentRepository documents;
    private final IndexSettling settling;
    private final EntityManagerFactory entityManagers;
    private final Engine engine;
    private final TransactionTemplate reading;
    private final Meaning meaning;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("index-care").factory());
    private final ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("index-tidying").factory());
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong done = new AtomicLong();
    private volatile long all;
    private volatile boolean failed;
    private volatile Instant startedAt;
    private volatile Instant endedAt;
    private volatile Compared compared = new Compared(Set.of(), Set.of(), Set.of(), 0, 0, null);

    IndexCare(StoredDocumentRepository documents, IndexSettling settling, EntityManagerFactory entityManagers, Engine engine, Meaning meaning, Clock clock,
              PlatformTransactionManager transactions) {
        this.documents = documents;
        this.settling = settling;
        this.entityManagers = entityManagers;
        this.engine = engine;
        this.meaning = meaning;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        tidying.scheduleWithFixedDelay(this::tidy, AFTER_START_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    private record Compared(Set<UUID> missing, Set<UUID> old, Set<UUID> surplus, long inTable, long inIndex, Instant at) {

        /** Those that stood out before as well: what was written between reading the one and the other does not count. */
        Compared confirmedBy(Compared again) {
            return new Compared(both(missing, again.missing), both(old, again.old), both(surplus, again.surplus), again.inTable, again.inIndex, again.at);
        }

        private static Set<UUID> both(Set<UUID> one, Set<UUID> other) {
            var both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        }

        Set<UUID> different() {
            var different = new HashSet<>(missing);
            different.addAll(old);
            different.addAll(surplus);
            return different;
        }
    }

    IndexState state() {
        var last = compared;
        var none = last.at() == null;
        return new IndexState(none ? documents.count() : last.inTable(), none ? engine.versions().size() : last.inIndex(), last.missing().size(), last.old().size(),
                last.surplus().size(), last.at(), done.get(), all, running.get(), failed, startedAt, endedAt, meaning.state().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Compares the two now. */
    IndexState compare() {
        var first = look();
        compared = first.different().isEmpty() ? first : first.confirmedBy(look());
        Live.changed(TOPIC);
        return state();
    }

    /** Brings in line what is different, and nothing else. */
    IndexState mend() {
        compare();
        var different = compared.different();
        if (!different.isEmpty()) {
            log.info("search index: {} documents are brought in line", different.size());
            settling.renew(different);
            compare();
        }
        return state();
    }

    /** Writes every document anew, in the background. @return whether that began: not while it is going on */
    boolean rebuild() {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        done.set(0);
        all = documents.count();
        failed = false;
        startedAt = clock.instant();
        endedAt = null;
        worker.execute(this::writeAll);
        Live.changed(TOPIC);
        return true;
    }

    private void writeAll() {
        try {
            var after = FIRST;
            while (!Thread.currentThread().isInterrupted()) {
                var from = after;
                var ids = reading.execute(status -> documents.ids(from, Limit.of(AT_ONCE)));
                if (ids.isEmpty()) {
                    break;
                }
                settling.renew(ids);
                done.addAndGet(ids.size());
                after = ids.getLast();
                Live.changed(TOPIC);
            }
            mend();
            Search.mapping(entityManagers).scope(StoredDocument.class).workspace().mergeSegments();
            log.info("search index: made anew from {} documents", done.get());
        } catch (RuntimeException broken) {
            failed = true;
            log.warn("search index: rebuilding broke off after {} documents: {}", done.get(), broken.toString());
        } finally {
            endedAt = clock.instant();
            running.set(false);
            Live.changed(TOPIC);
        }
    }

    private void tidy() {
        try {
            engine.tidy();
        } catch (RuntimeException later) {
            log.debug("the parts of the search index stay as they are: {}", later.toString());
        }
    }

    private Compared look() {
        var inIndex = engine.versions();
        var missing = new HashSet<UUID>();
        var old = new HashSet<UUID>();
        long inTable = 0;
        var known = inIndex.size();
        for (var after = FIRST;;) {
            var from = after;
            var rows = reading.execute(status -> documents.states(from, Limit.of(MOST_READ)));
            if (rows.isEmpty()) {
                break;
            }
            for (var row : rows) {
                var version = inIndex.remove(StoredDocument.key((String) row[2], (String) row[3], (String) row[4]));
                if (version == null) {
                    missing.add((UUID) row[0]);
                } else if (version.longValue() != ((Integer) row[1]).longValue()) {
                    old.add((UUID) row[0]);
                }
            }
            inTable += rows.size();
            after = (UUID) rows.getLast()[0];
        }
        var surplus = new HashSet<UUID>();
        inIndex.keySet().forEach(key -> surplus.add(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))));
        return new Compared(missing, old, surplus, inTable, known, clock.instant());
    }

    @PreDestroy
    void ended() {
        tidying.shutdownNow();
        worker.shutdownNow();
    }
}
