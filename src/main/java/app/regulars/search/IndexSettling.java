package app.regulars.search;

import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes sure that the index ends with what the table ends with. Rows are locked while they are written, the index is not: of two transactions
 * that change one document within a millisecond, the older text may reach the index last. So everybody who has written to the
 * index looks at the table once more, in the background: where another version stands there by now, that is written, and looked at again.
 * Whoever writes last has then seen that nothing newer is there.
 */
@Component
class IndexSettling {

    private static final Logger log = LoggerFactory.getLogger(IndexSettling.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int TRIES = 20;
    private static final Integer GONE = -1;
    private static final Integer UNKNOWN = -2;

    private final StoredDocumentRepository documents;
    private final EntityManager entityManager;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Queue<Map<UUID, Integer>> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("index-settling").factory());

    IndexSettling(StoredDocumentRepository documents, EntityManager entityManager, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.entityManager = entityManager;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** To be called in the transaction that writes. */
    void after(Collection<StoredDocument> written, Collection<UUID> removed) {
        var rows = List.copyOf(written);
        var gone = List.copyOf(removed);
        AfterCommit.run(() -> {
            var versions = new HashMap<UUID, Integer>();
            rows.forEach(row -> versions.put(row.id(), row.version()));
            gone.forEach(id -> versions.put(id, null));
            waiting.add(versions);
            try {
                worker.execute(this::settle);
            } catch (RejectedExecutionException ending) {
                log.debug("not looked at again, this is the end");
            }
        });
    }

    /** All that waits by now at once: whoever comes after finds it done. */
    private void settle() {
        var all = new HashMap<UUID, Integer>();
        for (var some = waiting.poll(); some != null; some = waiting.poll()) {
            // of two that wrote one document nobody knows which reached the index last: neither counts
            some.forEach((id, version) -> all.merge(id, version == null ? GONE : version, (one, other) -> one.equals(other) ? one : UNKNOWN));
        }
        all.replaceAll((id, version) -> GONE.equals(version) ? null : version);
        if (!all.isEmpty()) {
            settle(all);
        }
    }

    /** Writes these to the index as the table has them now, and removes those that it does not have. */
    void renew(Collection<UUID> ids) {
        var all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            settle(write(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE))));
        }
    }

    /** @param written the versions that were written to the index; null where a document was removed from it */
    private void settle(Map<UUID, Integer> written) {
        try {
            var overtaken = overtaken(written);
            for (int tries = 0; !overtaken.isEmpty() && tries < TRIES; tries++) {
                overtaken = overtaken(write(overtaken));
            }
        } catch (DataAccessException away) {
            log.warn("the search index was not looked at again: {}", away.getClass().getSimpleName());
        }
    }

    private Set<UUID> overtaken(Map<UUID, Integer> written) {
        var there = new HashMap<UUID, Integer>();
        var ids = new ArrayList<>(written.keySet());
        for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + MOST_AT_ONCE));
            jdbc.query("select id, version from search_document where id in (" + String.join(",", Collections.nCopies(some.size(), "?")) + ")", row -> {
                there.put(Columns.uuid(row.getBytes(1)), row.getInt(2));
            }, some.stream().map(id -> (Object) Columns.bytes(id)).toArray());
        }
        var overtaken = new HashSet<UUID>();
        written.forEach((id, version) -> {
            if (!Objects.equals(version, there.get(id))) {
                overtaken.add(id);
            }
        });
        return overtaken;
    }

    private Map<UUID, Integer> write(Collection<UUID> ids) {
        var versions = new HashMap<UUID, Integer>();
        transactions.executeWithoutResult(status -> {
            var index = Search.session(entityManager).indexingPlan();
            ids.forEach(id -> versions.put(id, null));
            documents.findByIdIn(ids).forEach(row -> {
                versions.put(row.id(), row.version());
                index.addOrUpdate(row);
            });
            versions.forEach((id, version) -> {
                if (version == null) {
                    index.purge(StoredDocument.class, id, null);
                }
            });
        });
        return versions;
    }

    /** Waits until everything that was written so far has been looked at again. */
    void await() {
        try {
            worker.submit(() -> { }).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void ended() {
        worker.close();
    }
}
