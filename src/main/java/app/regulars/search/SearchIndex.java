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

    private static final String ADD = """
            insert into search_document (id, version, kind, ref, language, audience, title, keywords, body, address, facets, boost)
            values (?, 0, ?, ?, ?, '', '', '', '', '', '', 0) on duplicate key update ref = values(ref)""";

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
        add(wanted, known);
        var gone = new ArrayList<StoredDocument>();
        var index = Search.session(entityManager).indexingPlan();
        var rows = locked(known.values());
        if (rows.size() < known.size()) {
            throw new ConcurrencyFailureException("documents were removed, or are known under another spelling: " + wanted.firstKey());
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
        all.stream().collect(Collectors.groupingBy(SearchDocument::kind, TreeMap::new, Collectors.mapping(SearchDocument::ref, Collectors.toSet()))).forEach((kind, refs) -> {
            asked.add("kind = ? and ref in (" + String.join(",", Collections.nCopies(refs.size(), "?")) + ")");
            values.add(kind);
            values.addAll(refs);
        });
        if (!asked.isEmpty()) {
            entityManager.flush();
            jdbc.query("select id, kind, ref, language from search_document where " + String.join(" or ", asked), row -> {
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

    /** Makes sure that a row stands for each, whoever comes first; its id follows from its key, so that both know it. */
    private void add(Map<String, SearchDocument> wanted, Map<String, UUID> known) {
        var missing = new HashSet<>(wanted.keySet());
        missing.removeAll(known.keySet());
        var added = wanted.entrySet().stream().filter(entry -> missing.contains(entry.getKey())).map(Map.Entry::getValue).toList();
        jdbc.batchUpdate(ADD, added, 500, (statement, document) -> {
            var id = StoredDocument.id(document);
            known.put(StoredDocument.key(document), id);
            statement.setBytes(1, Columns.bytes(id));
            statement.setString(2, document.kind());
            statement.setString(3, document.ref());
            statement.setString(4, StoredDocument.language(document));
        });
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
