package app.regulars.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class SiteSearchModuleTests {

    @Autowired
    private SearchIndex index;
    @Autowired
    private SiteSearch search;
    @Autowired
    private IndexSettling settling;
    @Autowired
    private DocumentNews news;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void fill() {
        index.put(List.of(
                product("heron-kettle", "en", "Heron kettle", "pouring spout gooseneck HB-1042 1 kg", "A kettle for slow pouring."),
                product("heron-kettle", "fr", "Bouilloire Heron", "bec verseur HB-1042", "Une bouilloire pour verser lentement."),
                product("dory-mug", "en", "Dory firkin", "cup stoneware", "Three hundred millilitres."),
                product("tidewater-dripper", "en", "Tidewater dripper", "V60 02 cone", "A cone for one cup."),
                new SearchDocument("order", "HL-20418", null, "customer:a", "HL-20418", "Dory mug", "", "/my/orders/HL-20418", List.of(), 1)));
    }

    @Test
    void findsInflectedMistypedAndUnfinishedWords() {
        assertThat(refs("firkins", Languages.ENGLISH)).first().isEqualTo("dory-mug");
        assertThat(refs("kettel", Languages.ENGLISH)).first().isEqualTo("heron-kettle");
        assertThat(refs("dripp", Languages.ENGLISH)).first().isEqualTo("tidewater-dripper");
        assertThat(refs("l’eau des bouilloires", Languages.FRENCH)).contains("heron-kettle");
    }

    @Test
    void findsNumbersAndSizesAsTyped() {
        assertThat(refs("hb-1042", Languages.ENGLISH)).first().isEqualTo("heron-kettle");
        assertThat(refs("HB 1042", Languages.ENGLISH)).first().isEqualTo("heron-kettle");
        assertThat(refs("v60 02", Languages.ENGLISH)).first().isEqualTo("tidewater-dripper");
    }

    @Test
    void saysWhatWasProbablyMeant() {
        assertThat(ask("heron kettel", Languages.ENGLISH, "public").didYouMean()).isEqualTo("heron kettle");
        assertThat(ask("heron kettle", Languages.ENGLISH, "public").didYouMean()).isNull();
    }

    @Test
    void findsInTheOtherLanguageWhatTheReadersOwnHasNot() {
        assertThat(refs("kettle pouring", Languages.FRENCH)).containsExactly("heron-kettle");
        assertThat(search.matches(new SiteSearch.Question("bouilloire", Set.of("product"), List.of(), Set.of("public"), Languages.ENGLISH, 0, 0)).refs())
                .contains("heron-kettle");
        assertThat(search.beginnings(new SiteSearch.Question("firk", Set.of("product"), List.of(), Set.of("public"), Languages.FRENCH, 0, 5)))
                .extracting(SiteSearch.Hit::ref).containsExactly("dory-mug");
    }

    @Test
    void suggestsNobodyAWordThatStandsOnlyInWhatIsAnothers() {
        index.put(List.of(new SearchDocument("inquiry", "i-1", null, "customer:a", "Quokkaparty", "", "", "/my/inquiries/i-1", List.of(), 1)));
        assertThat(ask("quokkapartie", Languages.ENGLISH, "public").didYouMean()).isNull();
        assertThat(ask("quokkapartie", Languages.ENGLISH, "customer:a").didYouMean()).isEqualTo("quokkaparty");
    }

    @Test
    void followsWhatAnotherNodeHasWritten() {
        index.put(List.of(new SearchDocument("article", "tide", "en", "public", "Tide tables", "", "", "/help/tide", List.of(), 1)));
        settling.await();
        jdbc.update("update search_document set title = 'Oriflamme', version = version + 1 where ref = 'tide'");
        jdbc.update("insert into search_news (id, node, documents, at) select ?, ?, id, ? from search_document where ref = 'tide'", Columns.bytes(Ids.next()),
                Columns.bytes(Ids.next()), Columns.utc(clock.instant()));
        news.look();
        assertThat(refs("oriflamme", Languages.ENGLISH)).containsExactly("tide");
    }

    @Test
    void marksTheFoundWords() {
        assertThat(ask("firkins", Languages.ENGLISH, "public").hits().getFirst().highlighted()).isEqualTo("Dory \u0001firkin\u0002");
    }

    @Test
    void showsNobodyWhatIsAnothers() {
        assertThat(refs("HL-20418", Languages.ENGLISH)).doesNotContain("HL-20418");
        assertThat(ask("HL-20418", Languages.ENGLISH, "customer:b").hits()).isEmpty();
        assertThat(ask("HL-20418", Languages.ENGLISH, "customer:a").hits()).hasSize(1);
    }

    @Test
    void followsAChangeAndARemoval() {
        index.put(List.of(product("dory-mug", "en", "Lobster bowl", "", "")));
        assertThat(refs("lobster", Languages.ENGLISH)).containsExactly("dory-mug");
        index.remove("product", "dory-mug");
        assertThat(refs("lobster", Languages.ENGLISH)).isEmpty();
    }

    @Test
    void holdsARecordOnceWhateverItsLanguagesWere() {
        index.put(List.of(product("puffin-lamp", "en", "Puffin lamp", "", ""), product("puffin-lamp", "fr", "Lampe Macareux", "", "")));
        index.put(List.of(product("puffin-lamp", null, "Puffin lamp", "", "")));
        assertThat(refs("puffin", Languages.ENGLISH)).containsExactly("puffin-lamp");
        assertThat(refs("puffin", Languages.FRENCH)).containsExactly("puffin-lamp");
        assertThat(refs("macareux", Languages.FRENCH)).isEmpty();
    }

    @Test
    void takesTheSameNewDocumentFromTwoAtOnce() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ref : List.of("gannet", "fulmar", "skua", "plover", "dunlin")) {
                var together = new CyclicBarrier(2);
                var puts = Stream.of("Pitcher", "Carafe").map(title -> both.submit(() -> transactions.executeWithoutResult(status -> {
                    // each has read before, so that its transaction does not see what the other adds
                    jdbc.queryForObject("select count(*) from search_document", Long.class);
                    meet(together);
                    index.put(List.of(product(ref, "en", title, "", ""), product(ref, "fr", title, "", "")));
                }))).toList();
                for (var put : puts) {
                    put.get(30, TimeUnit.SECONDS);
                }
                assertThat(refs(ref, Languages.ENGLISH)).containsExactly(ref);
                assertThat(jdbc.queryForObject("select count(*) from search_document where ref = ?", Long.class, ref)).isEqualTo(2);
            }
        }
    }

    @Test
    void knowsAllHitsAndTheirFacetsWhateverThePage() {
        index.put(IntStream.range(0, 90).mapToObj(number -> new SearchDocument("product", "petrel-" + number, null, "public", "Petrel", "", "", "/p/petrel-" + number,
                List.of("category:birds", number % 3 == 0 ? "option:size=small" : "option:size=big"), 1)).toList());
        var matches = search.matches(new SiteSearch.Question("petrels", Set.of("product"), List.of(), Set.of("public"), Languages.FRENCH, 80, 5));
        assertThat(matches.refs()).hasSize(90).doesNotHaveDuplicates().as("equals stand in the order of their keys").isSorted();
        assertThat(matches.facets()).containsEntry("category:birds", 90L).containsEntry("option:size=small", 30L).containsEntry("option:size=big", 60L);
        assertThat(matches.marked("A petrel’s egg")).isEqualTo("A \u0001petrel\u0002’s egg");
        var page = search.find(new SiteSearch.Question("petrels", Set.of("product"), List.of("option:size=small"), Set.of("public"), Languages.ENGLISH, 20, 24));
        assertThat(page.total()).isEqualTo(30);
        assertThat(page.hits()).extracting(SiteSearch.Hit::ref).isEqualTo(matches.refs().stream().filter(ref -> Integer.parseInt(ref.substring(7)) % 3 == 0).skip(20).toList());
        assertThat(search.matches(new SiteSearch.Question("petrels", Set.of("product"), List.of(), Set.of("staff"), Languages.ENGLISH, 0, 5)).refs()).isEmpty();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void staysCalmWhateverIsTyped() {
        for (var text : List.of("", " ", "*", "\"", "AND OR NOT", "a".repeat(10_000), "🫖", "مرحبا", "<script>alert(1)</script>", "x* y? z~")) {
            assertThat(ask(text, Languages.ENGLISH, "public")).isNotNull();
        }
    }

    private List<String> refs(String text, Locale locale) {
        return ask(text, locale, "public").hits().stream().map(SiteSearch.Hit::ref).toList();
    }

    private SiteSearch.Found ask(String text, Locale locale, String audience) {
        return search.find(new SiteSearch.Question(text, Set.of(), List.of(), Set.of(audience), locale, 0, 10));
    }

    private static SearchDocument product(String ref, String language, String title, String keywords, String body) {
        return new SearchDocument("product", ref, language, "public", title, keywords, body, "/p/" + ref, List.of("category:gear"), 1);
    }
}
