package app.regulars.search;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds documents of questions that cannot be compared by meaning yet, and gives them their vectors. */
@Component
class MeaningOfDocuments {

    /** What people write as questions; everything else is found by its words. */
    static final Set<String> KINDS = Set.of("article", "topic", "inquiry");

    private final StoredDocumentRepository documents;
    private final EntityManager entityManager;
    private final IndexSettling settling;
    private final TransactionTemplate transactions;

    MeaningOfDocuments(StoredDocumentRepository documents, EntityManager entityManager, IndexSettling settling, PlatformTransactionManager transactions) {
        this.documents = documents;
        this.entityManager = entityManager;
        this.settling = settling;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Documents without a vector of this model; the model speaks English only. */
    List<UUID> without(String model, int most) {
        return transactions.execute(status -> documents.withoutMeaning(KINDS, "fr", model, Limit.of(most)));
    }

    /** The model works outside of any transaction; what was changed meanwhile gets its vector the next time. */
    void give(Collection<UUID> ids, SentenceModel model) {
        var sentences = new HashMap<UUID, String>();
        transactions.executeWithoutResult(status -> documents.findByIdIn(ids).forEach(document -> sentences.put(document.id(), document.sentence())));
        var vectors = new HashMap<UUID, float[]>();
        sentences.forEach((id, sentence) -> vectors.put(id, model.of(sentence)));
        transactions.executeWithoutResult(status -> {
            var rows = documents.locked(ids).stream().filter(document -> document.sentence().equals(sentences.get(document.id()))).toList();
            var index = Search.session(entityManager).indexingPlan();
            rows.forEach(document -> {
                document.means(vectors.get(document.id()), model.name());
                index.addOrUpdate(document);
            });
            settling.after(rows, List.of());
        });
    }
}
