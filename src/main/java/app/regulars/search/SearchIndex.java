package app.regulars.search;

import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where modules put what can be found. Written in the caller's transaction, visible in search after its commit. */
@Service
public class SearchIndex {

    /** Whoever comes second with a new document writes it over the first one's; the version tells the index of the first (see {@link IndexSettling}). */
    private static final String ADD = """
            insert into search_document (id, version, kind, ref, language, audience, title, keywords, body, address, facets, boost) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update version = version + 1, audience = values(audience), title = values(title), keywords = values(keywords), body = values(body),
                address = values(address), facets = values(facets), boost = values(boost), meaning = null, meaning_model = null""";

    /** So many are found sooner one by one. */
    private static final int FEW = 4;

    private final StoredDocumentRepository documents;
    private final EntityManager entityManager;
    private final JdbcTemplate jdbc;
    private final IndexSettling settling;
    private final DocumentNews news;
    private final Meaning meaning;

    SearchIndex(StoredDocumentRepository documents, EntityManager entityManager, JdbcTemplate jdbc, IndexSettling settling, DocumentNews news, Meaning meaning) {
        this.documents = documents;
        this.entityManager = entityManager;
        this.jdbc = jdbc;
        this.settling = settling;
        this.news = news;
        this.meaning = meaning;
    }

    /**
     * Puts records with all their languages, each known by kind, ref and language, in place of what the index holds of them; the same
     * number of statements, however many documents. Whoever puts the same record at the same time waits for this transaction.
     */
    @Transactional
    public void put(Collection<SearchDocument> all) {
        // in the order of their keys, so that two who put some of the same records never wait for each other in a circle
        var wanted = new TreeMap<String, SearchDocument>();
        all.forEach(document -> wanted.put(StoredDocument.key(document), document));
        var known = known(all);
        var gone = new ArrayList<StoredDocument>();
        var index = Search.session(entityManager).indexingPlan();
        var rows = new ArrayList<>(locked(known.values()));
        if (rows.size() < known.size()) {
            throw new ConcurrencyFailureException("documents were removed: " + wanted.firstKey());
        }
        for (var document : rows) {
            var content = wanted.get(document.key());
            if (content == null) {
                gone.add(document);
            } else {
                document.change(content);
                index.addOrUpdate(document);
            }
        }
        documents.deleteAll(gone);
        var added = add(wanted, known.keySet());
        added.forEach(index::addOrUpdate);
        rows.addAll(added);
        settling.after(rows.stream().filter(row -> !gone.contains(row)).toList(), gone.stream().map(StoredDocument::id).toList());
        news.written(rows.stream().map(StoredDocument::id).toList());
        if (all.stream().anyMatch(document -> MeaningOfDocuments.KINDS.contains(document.kind()))) {
            AfterCommit.run(meaning::wake);
        }
    }

    /** What is there of these records, in plain SQL: this is asked with every order, and a list in a query of Hibernate is parsed anew each time. */
    private Map<String, UUID> known(Collection<SearchDocument> all) {
        var known = new LinkedHashMap<String, UUID>();
        var asked = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var named = all.stream().collect(Collectors.groupingBy(SearchDocument::kind, TreeMap::new, Collectors.mapping(SearchDocument::ref, Collectors.toSet())));
        named.forEach((kind, refs) -> {
            asked.add("kind = ? and ref in (" + String.join(",", Collections.nCopies(refs.size(), "?")) + ")");
            values.add(kind);
            values.addAll(refs);
        });
        if (!asked.isEmpty()) {
            entityManager.flush();
            jdbc.query("select id, kind, ref, language from search_document where " + String.join(" or ", asked), row -> {
                if (!named.getOrDefault(row.getString(2), Set.of()).contains(row.getString(3))) {
                    throw new ConcurrencyFailureException("a document is known under another spelling: " + row.getString(2) + " " + row.getString(3));
                }
                known.put(StoredDocument.key(row.getString(2), row.getString(3), row.getString(4)), Columns.uuid(row.getBytes(1)));
            }, values.toArray());
        }
        return known;
    }

    /** Always in the order of their ids. */
    private List<StoredDocument> locked(Collection<UUID> ids) {
        if (ids.size() > FEW) {
            return documents.locked(ids);
        }
        return ids.stream().sorted(Comparator.comparing(UUID::toString)).map(id -> entityManager.find(StoredDocument.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Objects::nonNull).toList();
    }

    /** Writes those that are not there yet, whole; their ids follow from their keys. */
    private List<StoredDocument> add(Map<String, SearchDocument> wanted, Set<String> known) {
        var added = wanted.entrySet().stream().filter(entry -> !known.contains(entry.getKey())).map(entry -> StoredDocument.of(entry.getValue())).toList();
        jdbc.batchUpdate(ADD, added.stream().map(StoredDocument::row).toList());
        return added;
    }

    /** Brings this node's index in line with what another node has put or removed. */
    public void follow(String kind, Collection<String> refs) {
        var ids = new HashSet<UUID>();
        refs.forEach(ref -> StoredDocument.LANGUAGES.forEach(language -> ids.add(StoredDocument.id(kind, ref, language))));
        settling.renew(ids);
    }

    /** Removes all languages of a record. */
    @Transactional
    public void remove(String kind, String ref) {
        var rows = documents.findByKindAndRef(kind, ref);
        documents.deleteAll(rows);
        settling.after(List.of(), rows.stream().map(StoredDocument::id).toList());
        news.written(rows.stream().map(StoredDocument::id).toList());
    }
}
