package app.regulars.search;

import app.regulars.platform.persistence.AfterCommit;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the index itself holds, beside the documents it was made from: for those who have to show that something is gone. */
@Service
public class IndexContents {

    private static final String[] FIELDS = {"titleEn", "titleFr", "keywordsEn", "keywordsFr", "bodyEn", "bodyFr", "words"};

    private final EntityManager entityManager;
    private final StoredDocumentRepository documents;

    IndexContents(EntityManager entityManager, StoredDocumentRepository documents) {
        this.entityManager = entityManager;
        this.documents = documents;
    }

    /** In how many entries of the index any of these stands, its words one after another. */
    @Transactional(readOnly = true)
    public long count(Collection<String> phrases) {
        if (phrases.isEmpty()) {
            return 0;
        }
        return Search.session(entityManager).search(StoredDocument.class)
                .where(f -> f.or().with(any -> phrases.forEach(phrase -> any.add(f.phrase().fields(FIELDS).matching(phrase))))).fetchTotalHitCount();
    }

    /** Brings the index in line with documents that were changed by plain statements, and drops from its files what was deleted. */
    @Transactional
    public void renew(Collection<UUID> changed) {
        if (!changed.isEmpty()) {
            documents.locked(changed).forEach(document -> {
                // a vector says what was said: it is made anew from what is left
                document.means(null, null);
                Search.session(entityManager).indexingPlan().addOrUpdate(document);
            });
        }
        var workspace = Search.mapping(entityManager.getEntityManagerFactory()).scope(StoredDocument.class).workspace();
        AfterCommit.run(workspace::mergeSegments);
    }
}
