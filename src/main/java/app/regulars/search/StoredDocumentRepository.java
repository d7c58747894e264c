package app.regulars.search;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredDocumentRepository extends Repository<StoredDocument, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from StoredDocument d where d.id in :ids order by d.id")
    List<StoredDocument> locked(Collection<UUID> ids);

    List<StoredDocument> findByIdIn(Collection<UUID> ids);

    /** In the order of their ids, after that one. */
    @Query("select d.id from StoredDocument d where d.id > :after order by d.id")
    List<UUID> ids(UUID after, Limit most);

    @Query("select d.id, d.version, d.kind, d.ref, d.language from StoredDocument d where d.id > :after order by d.id")
    List<Object[]> states(UUID after, Limit most);

    @Query("select d.id from StoredDocument d where d.kind in :kinds and d.language <> :not and (d.meaningModel is null or d.meaningModel <> :model) order by d.id")
    List<UUID> withoutMeaning(Collection<String> kinds, String not, String model, Limit most);

    List<StoredDocument> findByKindAndRef(String kind, String ref);

    void deleteAll(Iterable<? extends StoredDocument> documents);

    long count();
}
