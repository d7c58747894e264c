package app.regulars.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
@WithStaff
class SearchDeskModuleTests {

    /** Of this test alone: others share the index. */
    private static final String KIND = "desk-thing";
    private static final StaffId ME = new StaffId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));

    @Autowired
    private SearchDesk desk;
    @Autowired
    private SearchIndex index;
    @Autowired
    private SiteSearch search;
    @Autowired
    private SearchLog log;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;

    @BeforeEach
    void fill() {
        index.put(List.of(document("flask-a", "Deckhand flask"), document("mug-b", "Wyndale mug"), document("mug-c", "Wyndale mug large"),
                document("mug-d", "Wyndale mug small")));
        desk.rules().forEach(rule -> desk.remove(rule.id(), ME));
    }

    @Test
    void wordsOfTheSameMeaningFindEachOther() {
        assertThat(refs("tumbler", Languages.ENGLISH)).isEmpty();
        desk.add("same", "en", "tumbler, deckhand flask", null, ME);
        assertThat(refs("tumbler", Languages.ENGLISH)).containsExactly("flask-a");
        assertThat(refs("tumbler", Languages.FRENCH)).as("the other language's, where her own says nothing").containsExactly("flask-a");
        desk.add("same", "fr", "tumbler, wyndale mug large", null, ME);
        assertThat(refs("tumbler", Languages.FRENCH)).as("her own language's first").startsWith("mug-c").doesNotContain("flask-a");
        assertThat(refs("tumbler", Languages.ENGLISH)).containsExactly("flask-a");
    }

    @Test
    void oneWayLeadsOneWay() {
        desk.add("also", "both", "beaker", "flask", ME);
        assertThat(refs("beaker", Languages.FRENCH)).contains("flask-a");
        index.put(List.of(document("beaker-e", "Glass beaker")));
        assertThat(refs("flask", Languages.ENGLISH)).doesNotContain("beaker-e");
    }

    @Test
    void whatIsPinnedStandsOnTopAndWhatIsBuriedAtTheEnd() {
        desk.add("pin", "en", "Wyndale mug", "flask-a", ME);
        desk.add("bury", "en", "wyndale mug", refs("wyndale mug", Languages.ENGLISH).get(1), ME);
        var refs = refs("wyndale mug", Languages.ENGLISH);
        assertThat(refs).hasSize(4).first().isEqualTo("flask-a");
        assertThat(refs.getLast()).isEqualTo(desk.rules().getLast().answer());
        assertThat(refs("wyndale", Languages.ENGLISH)).as("other words are not concerned").doesNotContain("flask-a");
    }

    @Test
    void pinsNothingForThoseWhoMayNotSeeIt() {
        index.put(List.of(new SearchDocument(KIND, "secret-f", null, "group:x", "Secret jar", "", "", "/p/secret-f", List.of(), 1)));
        desk.add("pin", "both", "wyndale", "secret-f", ME);
        assertThat(refs("wyndale", Languages.ENGLISH)).doesNotContain("secret-f");
    }

    @Test
    void leadsToAnAddressOfThisShopOnly() {
        desk.add("redirect", "en", "Delivery costs", "/help/delivery", ME);
        assertThat(search.redirect("delivery  COSTS", Locale.CANADA)).contains("/help/delivery");
        for (var elsewhere : List.of("https://example.org/", "//example.org", "/\\example.org", "help", "")) {
            assertThatThrownBy(() -> desk.add("redirect", "en", "x", elsewhere, ME)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void keepsEachChangeInTheHistory() {
        var rule = desk.add("same", "en", "cup, mug", null, ME);
        desk.remove(rule, ME);
        assertThat(jdbc.queryForList("select action from audit_entry where subject_id = ? order by id", String.class, app.regulars.platform.persistence.Columns.bytes(rule)))
                .containsExactly("search.rule-added", "search.rule-removed");
    }

    @Test
    void reportsWhatWasAskedAndWhatWasOpened() {
        var since = clock.instant();
        search.asked("Gannet lamp", Languages.ENGLISH, 0);
        search.asked("gannet LAMP", Languages.ENGLISH, 0);
        search.opened(search.asked("wyndale", Languages.ENGLISH, 3), "product", "mug-b");
        log.write();
        var report = desk.report(since.minus(Duration.ofSeconds(1)), 10);
        assertThat(report.without()).extracting(SearchDesk.Asked::text, SearchDesk.Asked::times).contains(org.assertj.core.groups.Tuple.tuple("gannet lamp", 2L));
        assertThat(report.top()).filteredOn(line -> line.text().equals("wyndale")).extracting(SearchDesk.Asked::opened).containsExactly(1L);
        assertThat(report.abandoned()).as("nobody has had time to open something").isEmpty();
    }

    @Test
    void writesTheIndexAnewWhileItAnswers() {
        assertThat(desk.rebuild(ME)).isTrue();
        var end = clock.instant().plusSeconds(60);
        while (desk.index().running() && clock.instant().isBefore(end)) {
            assertThat(refs("wyndale mug", Languages.ENGLISH)).hasSize(3);
        }
        assertThat(desk.index()).satisfies(state -> {
            assertThat(state.failed()).isFalse();
            assertThat(state.done()).isEqualTo(state.all());
            assertThat(state.isEqual()).isTrue();
        });
    }

    private List<String> refs(String text, Locale locale) {
        return search.find(new SiteSearch.Question(text, Set.of(KIND), List.of(), Set.of("public"), locale, 0, 10)).hits().stream().map(SiteSearch.Hit::ref).toList();
    }

    private static SearchDocument document(String ref, String title) {
        return new SearchDocument(KIND, ref, null, "public", title, "", "", "/p/" + ref, List.of(), 1);
    }
}
