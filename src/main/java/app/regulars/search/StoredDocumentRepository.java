package app.regulars.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StoredDocumentRepository extends Repository<StoredDocument, UUID> {

    <D extends StoredDocument> List<D> saveAll(Iterable<D> documents);

    List<StoredDocument> findByKindAndRefIn(String kind, Collection<String> refs);

    void deleteAll(Iterable<? extends StoredDocument> documents);

    long count();
}
