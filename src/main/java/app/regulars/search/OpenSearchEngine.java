package app.regulars.search;

import app.regulars.platform.i18n.Languages;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers from OpenSearch, which several nodes share: the same documents, fields, weights and filter by audience as {@link LuceneEngine}. Questions
 * are compared by their words. Of more than ten thousand hits the best ten thousand are known.
 */
@Component
@ConditionalOnProperty(name = "regulars.search.engine", havingValue = "opensearch")
class OpenSearchEngine implements Engine {

    private static final String INDEX = "/documents-read/_search";
    private static final int MOST = 10_000;
    private static final int MOST_NEAR = 50;
    private static final List<String> SHOWN = List.of("kind", "ref", "title", "address");

    private final RestClient client;
    private final JsonMapper json;
    private final SearchRules rules;

    OpenSearchEngine(EntityManagerFactory entityManagers, JsonMapper json, SearchRules rules) {
        this.client = Search.mapping(entityManagers).backend().unwrap(ElasticsearchBackend.class).client(RestClient.class);
        this.json = json;
        this.rules = rules;
    }

    @Override
    public SiteSearch.Found find(SiteSearch.Question question) {
        var look = look(question, question.offset(), question.limit(), SHOWN);
        return new SiteSearch.Found(look.total(), look.hits().stream().map(hit -> hit(hit, look.words())).toList(), look.didYouMean(), look.facets());
    }

    @Override
    public SiteSearch.Matches counts(SiteSearch.Question question) {
        var language = Languages.code(question.locale());
        var found = ask(OpenSearchAsking.query(question, List.of(List.of()), Map.of(), SearchRules.Placing.NONE, language, false, true), 0, 0, List.of());
        return new SiteSearch.Matches(List.of(), null, facets(found), List.of());
    }

    @Override
    public SiteSearch.Matches matches(SiteSearch.Question question) {
        var look = look(question, 0, MOST, List.of("ref"));
        return new SiteSearch.Matches(look.hits().stream().map(hit -> hit.path("_source").path("ref").asString()).toList(), look.didYouMean(), look.facets(), look.words());
    }

    @Override
    public List<SiteSearch.Hit> beginnings(SiteSearch.Question question) {
        var words = Words.of(question.text());
        var language = Languages.code(question.locale());
        var ways = rules.ways(words, language);
        var hits = hits(ask(OpenSearchAsking.beginning(question, ways, Map.of(), language), 0, question.limit(), SHOWN));
        if (hits.isEmpty()) {
            var near = known(question, words, language).near();
            hits = near.isEmpty() ? hits : hits(ask(OpenSearchAsking.beginning(question, ways, near, language), 0, question.limit(), SHOWN));
        }
        return hits.stream().map(hit -> hit(hit, words)).toList();
    }

    private record Look(long total, List<JsonNode> hits, Map<String, Long> facets, List<String> words, String didYouMean) {
    }

    private Look look(SiteSearch.Question question, int offset, int limit, List<String> shown) {
        var language = Languages.code(question.locale());
        var sentence = question.isOfQuestions();
        var words = sentence ? Words.ofSentence(question.text()) : Words.of(question.text());
        var known = known(question, words, language);
        var ways = rules.ways(words, language);
        JsonNode found;
        if (sentence) {
            found = ask(OpenSearchAsking.sentence(question, words, known.near(), language), offset, limit, shown);
        } else {
            ways.addAll(Compounds.of(known::has, words));
            var placing = rules.placing(words, language);
            var frequent = !words.isEmpty() && known.documents(words.getLast()) >= Words.FREQUENT;
            found = ask(OpenSearchAsking.query(question, ways, known.near(), placing, language, question.strict() || words.size() > 1, frequent), offset, limit, shown);
            if (total(found) < Words.ENOUGH && words.size() > 1 && !question.strict()) {
                found = ask(OpenSearchAsking.query(question, ways, known.near(), placing, language, false, frequent), offset, limit, shown);
            }
        }
        var marked = sentence || ways.size() == 1 ? words : ways.stream().flatMap(List::stream).distinct().toList();
        var better = known.near().isEmpty() || !sentence && ways.size() > 1 ? null : Words.didYouMean(question.text(), words, known.near(), near -> true);
        return new Look(total(found), hits(found), facets(found), marked, better);
    }

    /** What is known of words among all that this person may see. @param near what may have been meant by those that are not */
    private record Known(Map<String, Long> counts, Map<String, List<Words.Near>> near) {

        private long documents(String word) {
            return counts.getOrDefault(word, 0L);
        }

        private boolean has(String word) {
            return documents(word) > 0;
        }
    }

    private Known known(SiteSearch.Question question, List<String> words, String language) {
        var candidates = new LinkedHashSet<>(words);
        Compounds.of(candidates::add, words);
        var counts = counts(question, candidates, language);
        var near = new HashMap<String, List<Words.Near>>();
        for (var word : words) {
            if (counts.getOrDefault(word, 0L) == 0) {
                near.put(word, near(question, word, language));
            }
        }
        return new Known(counts, near);
    }

    /** In how many documents that this person may see each word stands. */
    private Map<String, Long> counts(SiteSearch.Question question, Collection<String> words, String language) {
        if (words.isEmpty()) {
            return Map.of();
        }
        var filters = new LinkedHashMap<String, Object>();
        words.forEach(word -> filters.put(word, Map.of("term", Map.of("words", word))));
        var all = new SiteSearch.Question("", question.kinds(), List.of(), question.audience(), question.locale(), 0, 0);
        var found = send(Map.of("size", 0, "query", Map.of("bool", Map.of("filter", OpenSearchAsking.filter(all, language))),
                "aggs", Map.of("words", Map.of("filters", Map.of("filters", filters)))));
        var counts = new HashMap<String, Long>();
        found.path("aggregations").path("words").path("buckets").properties().forEach(word -> counts.put(word.getKey(), word.getValue().path("doc_count").asLong()));
        return counts;
    }

    /** The index suggests words of all documents; those that stand in none that this person may see are left out. */
    private List<Words.Near> near(SiteSearch.Question question, String word, String language) {
        var tolerance = Words.tolerance(word);
        if (tolerance == 0) {
            return List.of();
        }
        var found = send(Map.of("size", 0, "suggest", Map.of("near", Map.of("text", word, "term", Map.of("field", "words", "suggest_mode", "always", "max_edits", tolerance,
                "prefix_length", 1, "min_word_length", 4, "size", MOST_NEAR, "max_inspections", 1_000)))));
        var closeness = new LinkedHashMap<String, Float>();
        found.path("suggest").path("near").path(0).path("options").forEach(option -> closeness.put(option.path("text").asString(), (float) option.path("score").asDouble()));
        var near = new ArrayList<Words.Near>();
        counts(question, closeness.keySet(), language).forEach((known, documents) -> {
            if (documents > 0) {
                near.add(new Words.Near(known, closeness.get(known), documents.intValue()));
            }
        });
        near.sort(java.util.Comparator.comparing(Words.Near::closeness).reversed().thenComparing(Words.Near::word));
        return near;
    }

    @Override
    public Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        refresh();
        String after = null;
        while (true) {
            var body = new LinkedHashMap<String, Object>(Map.of("size", MOST, "query", Map.of("match_all", Map.of()), "_source", List.of("key", "version"),
                    "sort", List.of(Map.of("key", "asc"))));
            if (after != null) {
                body.put("search_after", List.of(after));
            }
            var hits = hits(send(body));
            if (hits.isEmpty()) {
                return versions;
            }
            for (var hit : hits) {
                after = hit.path("_source").path("key").asString();
                versions.put(after, hit.path("_source").path("version").asLong(-1));
            }
        }
    }

    /** What was written and cannot be found yet. */
    private void refresh() {
        try {
            client.performRequest(new Request("POST", "/documents-read/_refresh"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tidy() {
        // the service does so by itself
    }

    private static SiteSearch.Hit hit(JsonNode hit, List<String> words) {
        var source = hit.path("_source");
        var title = source.path("title").asString();
        return new SiteSearch.Hit(source.path("kind").asString(), source.path("ref").asString(), title, Highlighting.mark(title, words), source.path("address").asString(),
                (float) hit.path("_score").asDouble());
    }

    private JsonNode ask(Map<String, Object> query, int from, int size, List<String> shown) {
        return send(Map.of("from", Math.min(from, MOST), "size", Math.max(0, Math.min(size, MOST - from)), "query", query, "_source", shown, "track_total_hits", true,
                "sort", List.of(Map.of("_score", "desc"), Map.of("ref", "asc")), "aggs", Map.of("facets", Map.of("terms", Map.of("field", "facets", "size", MOST)))));
    }

    private JsonNode send(Map<String, ?> body) {
        var request = new Request("POST", INDEX);
        request.setJsonEntity(json.writeValueAsString(body));
        try (var answer = client.performRequest(request).getEntity().getContent()) {
            return json.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long total(JsonNode found) {
        return found.path("hits").path("total").path("value").asLong();
    }

    private static List<JsonNode> hits(JsonNode found) {
        var hits = new ArrayList<JsonNode>();
        found.path("hits").path("hits").forEach(hits::add);
        return hits;
    }

    private static Map<String, Long> facets(JsonNode found) {
        var facets = new HashMap<String, Long>();
        found.path("aggregations").path("facets").path("buckets").forEach(bucket -> facets.put(bucket.path("key").asString(), bucket.path("doc_count").asLong()));
        return facets;
    }
}
