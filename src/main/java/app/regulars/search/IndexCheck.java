package app.regulars.search;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the index anew at the start when it holds nothing but the table does: after a restore, a new data folder, a new node. */
@Component
@Order(-10)
class IndexCheck implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(IndexCheck.class);

    private final EntityManagerFactory entityManagers;
    private final StoredDocumentRepository documents;

    IndexCheck(EntityManagerFactory entityManagers, StoredDocumentRepository documents) {
        this.entityManagers = entityManagers;
        this.documents = documents;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long inIndex;
        try (var entityManager = entityManagers.createEntityManager()) {
            inIndex = Search.session(entityManager).search(StoredDocument.class).where(f -> f.matchAll()).fetchTotalHitCount();
        }
        var inTable = documents.count();
        if (inIndex == inTable) {
            return;
        }
        log.info("search index: {} of {} documents, making it anew", inIndex, inTable);
        Search.mapping(entityManagers).scope(StoredDocument.class).massIndexer().threadsToLoadObjects(2).startAndWait();
    }
}
