package app.regulars.search;

import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the index anew from its table, in the background of a start, when it holds nothing (a new data folder, a new node, a version of
 * Regulars that keeps something else in it than the one before), and brings it in line when it does not hold as many documents (after a
 * restore) or when the last run was cut off: what it wrote in its last second may not have reached the disk.
 */
@Component
@Order(-10)
class IndexCheck implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(IndexCheck.class);

    private final EntityManagerFactory entityManagers;
    private final StoredDocumentRepository documents;
    private final IndexCare care;
    private final Path running;
    private final Path indexes;
    private final Path index;
    private final boolean mends;
    /** What a start after this one has to do, as this one does not. */
    private boolean owed;
    private volatile CompletionStage<?> filling = CompletableFuture.completedStage(null);

    /** @param mends not so in a command beside the shop, which would end before the index is full */
    IndexCheck(EntityManagerFactory entityManagers, StoredDocumentRepository documents, IndexCare care, @Value("${regulars.data}") Path data,
               @Value("${spring.jpa.properties.hibernate.search.backend.directory.root}") Path index, @Value("${regulars.search.mends:true}") boolean mends) {
        this.entityManagers = entityManagers;
        this.documents = documents;
        this.mends = mends;
        this.care = care;
        this.running = data.resolve("index-in-use");
        this.indexes = data.resolve("index").toAbsolutePath().normalize();
        this.index = index.toAbsolutePath().normalize();
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var cutOff = Files.exists(running);
        Files.createDirectories(running.getParent());
        Files.writeString(running, "There while Regulars runs; left behind when it was killed. Then the search index is made anew.\n");
        removeOlder();
        if (!mends) {
            owed = cutOff;
            return;
        }
        long inIndex;
        try (var entityManager = entityManagers.createEntityManager()) {
            inIndex = Search.session(entityManager).search(StoredDocument.class).where(f -> f.matchAll()).fetchTotalHitCount();
        }
        var inTable = documents.count();
        if (inIndex == 0 && inTable > 0) {
            log.info("search index: none of {} documents, making it anew", inTable);
            filling = Search.mapping(entityManagers).scope(StoredDocument.class).massIndexer().threadsToLoadObjects(2).mergeSegmentsOnFinish(true).start();
        } else if (inIndex != inTable || cutOff && inTable > 0) {
            log.info("search index: {} of {} documents{}, bringing it in line", inIndex, inTable, cutOff ? " after an unclean end" : "");
            Thread.ofVirtual().name("index-check").start(care::mend);
        }
    }

    /** Another version of Regulars, which kept something else in its index, had a folder of its own beside this one. */
    private void removeOlder() throws IOException {
        if (!Files.isDirectory(indexes) || !indexes.equals(index.getParent())) {
            return;
        }
        try (var folders = Files.newDirectoryStream(indexes, folder -> !folder.getFileName().equals(index.getFileName()))) {
            for (var folder : folders) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    /** A short run, such as a command that is refused, ends before the index is full; the next start goes on. */
    @PreDestroy
    void ended() throws IOException {
        if (filling.toCompletableFuture().cancel(true) || owed) {
            return;
        }
        Files.deleteIfExists(running);
    }
}
