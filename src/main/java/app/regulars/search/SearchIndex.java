package app.regulars.search;

import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * number of statements, however many documents of a kind. Whoever puts the same record at the same time waits for this transaction.
     */
    @Transactional
    public void put(Collection<SearchDocument> all) {
        all.stream().collect(Collectors.groupingBy(SearchDocument::kind, TreeMap::new, Collectors.toList())).forEach(this::put);
    }

    private void put(String kind, List<SearchDocument> all) {
        // in the order of their keys, so that two who put some of the same records never wait for each other in a circle
        var wanted = new TreeMap<String, SearchDocument>();
        all.forEach(document -> wanted.put(StoredDocument.key(document), document));
        var known = new LinkedHashMap<String, UUID>();
        documents.keys(kind, all.stream().map(SearchDocument::ref).distinct().toList())
                .forEach(row -> known.put(StoredDocument.key(kind, (String) row[1], (String) row[2]), (UUID) row[0]));
        add(wanted, known);
        var gone = new ArrayList<StoredDocument>();
        var index = Search.session(entityManager).indexingPlan();
        var rows = documents.locked(known.values());
        if (rows.size() < known.size()) {
            throw new ConcurrencyFailureException("documents of kind " + kind + " were removed, or are known under another spelling");
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
        if (MeaningOfDocuments.KINDS.contains(kind)) {
            AfterCommit.run(meaning::wake);
        }
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
