package app.regulars.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.regulars.platform.i18n.Languages;
import app.regulars.testing.OpenSearchNode;
import app.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same mapping on a real node of OpenSearch, by configuration alone. */
@RegularsTest
@ActiveProfiles("opensearch")
@DirtiesContext
class OpenSearchTests {

    private static final int PAIRS = 600;
    private static final List<String> WORDS = List.of("kettle", "mug", "grinder", "invoice", "parcel", "broken", "refund", "filter", "espresso", "delivery");

    private static OpenSearchNode node;

    @Autowired
    private SearchIndex index;
    @Autowired
    private SiteSearch search;
    @Autowired
    private IndexSettling settling;
    @Autowired
    private IndexCare care;
    @Autowired
    private Engine engine;
    @Autowired
    private JdbcTemplate jdbc;

    @BeforeAll
    static void startTheNode() throws Exception {
        var started = OpenSearchNode.start();
        assumeTrue(started.isPresent(), "OpenSearch cannot be downloaded here (target/opensearch-download.log): nothing was tried with it");
        node = started.get();
    }

    @AfterAll
    static void endTheNode() {
        if (node != null) {
            node.close();
        }
    }

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry registry) {
        registry.add("regulars.search.hosts", node::address);
    }

    @BeforeEach
    void fill() {
        index.put(List.of(
                product("heron-kettle", "en", "Heron kettle", "pouring spout gooseneck HB-1042 1 kg", "steel"),
                product("heron-kettle", "fr", "Bouilloire Heron", "bec verseur HB-1042", "steel"),
                product("dory-mug", "en", "Dory firkin", "cup stoneware", "clay"),
                product("tern-kettle", "en", "Tern kettle", "stove", "clay"),
                new SearchDocument("article", "wash", "en", "public", "How do I clean the kettle?", "", "With vinegar, once a month.", "/help/wash", List.of(), 1),
                new SearchDocument("order", "HL-20418", null, "customer:a", "HL-20418 Xylophone", "", "", "/my/orders/HL-20418", List.of(), 1)));
    }

    @Test
    void findsInflectedMistypedAndUnfinishedWordsNumbersAndFrench() {
        assertThat(engine).isInstanceOf(OpenSearchEngine.class);
        assertThat(refs("firkins", Languages.ENGLISH, "public")).first().isEqualTo("dory-mug");
        assertThat(refs("heron kettel", Languages.ENGLISH, "public")).first().isEqualTo("heron-kettle");
        assertThat(refs("kett", Languages.ENGLISH, "public")).contains("heron-kettle", "tern-kettle");
        assertThat(refs("hb-1042", Languages.ENGLISH, "public")).first().isEqualTo("heron-kettle");
        assertThat(refs("l’eau des bouilloires", Languages.FRENCH, "public")).contains("heron-kettle");
        assertThat(ask("heron kettel", List.of(), "public").didYouMean()).isEqualTo("heron kettle");
        assertThat(ask("firkins", List.of(), "public").hits().getFirst().highlighted()).isEqualTo("Dory \u0001firkin\u0002");
    }

    @Test
    void suggestsNarrowsAndCounts() {
        var begun = new SiteSearch.Question("heron ket", Set.of("product"), List.of(), Set.of("public"), Languages.ENGLISH, 0, 5);
        assertThat(search.beginnings(begun)).extracting(SiteSearch.Hit::ref).containsExactly("heron-kettle");
        assertThat(ask("kettle", List.of("fact:of=clay"), "public").hits()).extracting(SiteSearch.Hit::ref).containsExactly("tern-kettle");
        var matches = search.matches(new SiteSearch.Question("kettle", Set.of("product"), List.of(), Set.of("public"), Languages.ENGLISH, 0, 0));
        assertThat(matches.refs()).containsExactlyInAnyOrder("heron-kettle", "tern-kettle");
        assertThat(matches.facets()).containsEntry("fact:of=clay", 1L).containsEntry("fact:of=steel", 1L);
        var question = new SiteSearch.Question("how often should a kettle be cleaned?", Set.of("article", "topic"), List.of(), Set.of("public"), Languages.ENGLISH, 0, 5);
        assertThat(search.find(question).hits()).extracting(SiteSearch.Hit::ref).contains("wash");
    }

    @Test
    void showsNobodyWhatIsAnothersNorItsWords() {
        assertThat(ask("HL-20418", List.of(), "customer:b").hits()).isEmpty();
        assertThat(ask("HL-20418", List.of(), "customer:a").hits()).hasSize(1);
        assertThat(ask("xylophome", List.of(), "public").didYouMean()).isNull();
        var random = new Random(4);
        var audiences = new HashMap<String, String>();
        var documents = new ArrayList<SearchDocument>();
        for (int n = 0; n < 200; n++) {
            var audience = List.of("public", "staff", "customer:a", "customer:b", "group:x").get(random.nextInt(5));
            audiences.put("leak-" + n, audience);
            documents.add(new SearchDocument(List.of("product", "order", "article").get(n % 3), "leak-" + n, null, audience, words(random), words(random), words(random), "/leak/" + n,
                    List.of("category:" + WORDS.get(n % WORDS.size())), 1));
        }
        index.put(documents);
        long found = 0;
        for (int n = 0; n < PAIRS; n++) {
            var person = List.of(Set.of("public"), Set.of("public", "customer:a"), Set.of("public", "staff"), Set.of("public", "customer:b", "group:x")).get(random.nextInt(4));
            var question = new SiteSearch.Question(WORDS.get(random.nextInt(WORDS.size())), n % 4 == 0 ? Set.of("article") : Set.of(), List.of(), person,
                    n % 5 == 0 ? Languages.FRENCH : Languages.ENGLISH, 0, 50);
            var refs = n % 3 == 0 ? search.matches(question).refs() : n % 3 == 1 ? search.find(question).hits().stream().map(SiteSearch.Hit::ref).toList()
                    : search.beginnings(question).stream().map(SiteSearch.Hit::ref).toList();
            found += refs.size();
            refs.stream().filter(audiences::containsKey).forEach(ref -> assertThat(person).contains(audiences.get(ref)));
        }
        assertThat(found).isGreaterThan(PAIRS);
    }

    @Test
    void followsChangesAndEndsEqualToItsTable() {
        index.put(List.of(product("dory-mug", "en", "Lobster bowl", "", "clay")));
        assertThat(refs("lobster", Languages.ENGLISH, "public")).containsExactly("dory-mug");
        index.remove("product", "dory-mug");
        assertThat(refs("lobster", Languages.ENGLISH, "public")).isEmpty();
        settling.await();
        assertThat(care.compare()).matches(IndexState::isEqual);
        jdbc.update("update search_document set title = 'Renamed kettle', version = version + 1 where ref = 'tern-kettle'");
        assertThat(care.compare().old()).isEqualTo(1);
        assertThat(care.mend()).matches(IndexState::isEqual);
        assertThat(refs("renamed", Languages.ENGLISH, "public")).containsExactly("tern-kettle");
    }

    private static String words(Random random) {
        return WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
    }

    private SiteSearch.Found ask(String text, List<String> facets, String audience) {
        return search.find(new SiteSearch.Question(text, Set.of(), facets, Set.of(audience), Languages.ENGLISH, 0, 20));
    }

    private List<String> refs(String text, Locale locale, String audience) {
        return search.find(new SiteSearch.Question(text, Set.of(), List.of(), Set.of(audience), locale, 0, 20)).hits().stream().map(SiteSearch.Hit::ref).toList();
    }

    private static SearchDocument product(String ref, String language, String title, String keywords, String material) {
        return new SearchDocument("product", ref, language, "public", title, keywords, "", "/p/" + ref, List.of("fact:of=" + material), 1);
    }
}
