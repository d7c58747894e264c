package app.regulars.search;

import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the index anew from its table, in the background of a start, when it does not hold as many documents (after a restore, a new data
 * folder, a new node), when the last run was cut off: what it wrote in its last second may not have reached the disk, or when this version
 * of Regulars keeps something else in it than the one before.
 */
@Component
@Order(-10)
class IndexCheck implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(IndexCheck.class);

    /** To be raised whenever a field or an analyzer changes. */
    private static final String SHAPE = "2";

    private final EntityManagerFactory entityManagers;
    private final StoredDocumentRepository documents;
    private final Path running;
    private final Path shape;

    IndexCheck(EntityManagerFactory entityManagers, StoredDocumentRepository documents, @Value("${regulars.data}") Path data) {
        this.entityManagers = entityManagers;
        this.documents = documents;
        this.running = data.resolve("index-in-use");
        this.shape = data.resolve("index-shape");
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var cutOff = Files.exists(running);
        Files.createDirectories(running.getParent());
        Files.writeString(running, "There while Regulars runs; left behind when it was killed. Then the search index is made anew.\n");
        var other = !Files.exists(shape) || !Files.readString(shape).equals(SHAPE);
        if (other) {
            Search.mapping(entityManagers).scope(StoredDocument.class).schemaManager().dropAndCreate();
            Files.writeString(shape, SHAPE);
        }
        long inIndex;
        try (var entityManager = entityManagers.createEntityManager()) {
            inIndex = Search.session(entityManager).search(StoredDocument.class).where(f -> f.matchAll()).fetchTotalHitCount();
        }
        var inTable = documents.count();
        if (inIndex != inTable || cutOff && inTable > 0) {
            log.info("search index: {} of {} documents{}, making it anew", inIndex, inTable, cutOff ? " after an unclean end" : "");
            Search.mapping(entityManagers).scope(StoredDocument.class).massIndexer().threadsToLoadObjects(2).mergeSegmentsOnFinish(true).start();
        }
    }

    @PreDestroy
    void ended() throws IOException {
        Files.deleteIfExists(running);
    }
}
