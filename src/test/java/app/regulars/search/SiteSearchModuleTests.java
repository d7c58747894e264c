package app.regulars.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.i18n.Languages;
import app.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
class SiteSearchModuleTests {

    @Autowired
    private SearchIndex index;
    @Autowired
    private SiteSearch search;

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
