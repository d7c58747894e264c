package app.regulars.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.customer.CustomerDirectory;
import app.regulars.faq.ArticleForm;
import app.regulars.faq.ArticleSources;
import app.regulars.faq.Faq;
import app.regulars.faq.FaqDesk;
import app.regulars.faq.HelpCenter;
import app.regulars.faq.PublishingDesk;
import app.regulars.forum.ForumDesk;
import app.regulars.forum.MyForum;
import app.regulars.forum.NewTopic;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.time.BusinessClock;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Twelve things that are missing, asked for in many words among sixty others, are found; answering one is seen in its weeks. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class GapModuleTests {

    /** Far from what other tests write. */
    private static final Instant BEGIN = Instant.parse("2031-01-06T15:00:00Z");
    private static final int WEEKS = 8;

    /** What is missing, and how people ask for it; the first word tells it in a label. */
    private static final List<List<String>> MISSING = List.of(
            List.of("decaf", "swiss water decaf process", "is your decaf made with the swiss water process?", "decaf swiss water or chemical", "Which process is used for decaf, swiss water?"),
            List.of("descale", "how to descale the kettle", "descale kettle vinegar", "My kettle has limescale, how do I descale it?", "How often should I descale my kettle?"),
            List.of("freeze", "can I freeze coffee beans", "freeze beans", "Is it fine to freeze whole coffee beans for a month?", "freezing coffee beans in the bag"),
            List.of("gift card", "gift card expiry", "does a gift card expire", "When does my gift card expire?", "gift card expires when"),
            List.of("dishwasher", "dishwasher safe stoneware mug", "Are the stoneware mugs dishwasher safe?", "mug dishwasher", "stoneware in the dishwasher?"),
            List.of("burr", "replace burrs hand grinder", "worn burrs grinder replacement", "Where do I get replacement burrs for the hand grinder?", "grinder burrs replace how often"),
            List.of("caffeine", "how much caffeine in white tea", "white tea caffeine", "Has white tea less caffeine than green?", "caffeine content white tea"),
            List.of("newfoundland", "delivery to newfoundland how long", "ship to newfoundland", "How long does delivery to Newfoundland take?", "newfoundland shipping days"),
            List.of("allergen", "allergens in flavoured tea nuts", "Does the flavoured tea contain nuts or other allergens?", "tea allergens nuts", "nut allergens flavoured tea"),
            List.of("tax receipt", "charity tax receipt roasting day", "Do I get a tax receipt for the charity blend?", "charity blend tax receipt", "tax receipt charity"),
            List.of("siphon", "do you have siphon brewers", "Do you sell a siphon brewer?", "siphon brewer", "siphon vacuum brewer"),
            List.of("matcha", "do you have matcha whisk", "Do you sell matcha whisks (chasen)?", "matcha whisk chasen", "matcha whisk"));

    @Autowired
    private GapDesk desk;
    @Autowired
    private FaqDesk faqDesk;
    @Autowired
    private PublishingDesk publishing;
    @Autowired
    private ArticleSources sources;
    @Autowired
    private Faq faq;
    @Autowired
    private HelpCenter help;
    @Autowired
    private MyInquiries inquiries;
    @Autowired
    private MyForum forum;
    @Autowired
    private ForumDesk forumDesk;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private JdbcTemplate jdbc;
    private final Random random = new Random(12);
    private StaffId odile;
    private StaffId ines;

    @BeforeEach
    void people() {
        odile = engage("Odile Gaudet");
        ines = engage("Ines Doiron");
        faqDesk.saveCategory("gaps", new Localized("Gaps", "Lacunes"), 9);
        forumDesk.saveCategory("gaps", new Localized("Gaps", null), new Localized("Gaps", null), 9);
    }

    private StaffId engage(String name) {
        return staff.engage(new NewStaff(name, UUID.randomUUID() + "@harbourline.example", Set.of(Permissions.AGENT), List.of("en"), null), Instant.EPOCH);
    }

    @Test
    void findsWhatIsMissingMostAndShowsThatAnAnswerHelps() {
        for (int week = 0; week < WEEKS; week++) {
            for (var asked : MISSING) {
                ask(asked, week, null);
            }
            noise(week);
        }
        var closed = BEGIN.plus(Duration.ofDays(7L * WEEKS));
        BusinessClock.at(closed, () -> desk.refresh(odile));
        var top = new ArrayList<GapRow>();
        BusinessClock.at(closed, () -> top.addAll(desk.list(GapState.OPEN, null).stream().limit(15).toList()));
        var found = MISSING.stream().filter(asked -> top.stream().anyMatch(row -> isAbout(row, asked.getFirst()))).count();
        assertThat(found).as(() -> "of twelve in " + top.stream().map(row -> row.label() + " " + row.count()).toList()).isGreaterThanOrEqualTo(10);
        assertThat(top.stream().filter(row -> isAbout(row, "siphon")).findFirst().orElseThrow().kind()).as("for the buyer").isEqualTo(GapKind.PRODUCT);
        assertThat(top.stream().filter(row -> isAbout(row, "descale")).findFirst().orElseThrow().kind()).isEqualTo(GapKind.ANSWER);

        var gap = top.stream().filter(row -> isAbout(row, "descale")).findFirst().orElseThrow();
        var other = top.stream().filter(row -> isAbout(row, "freeze")).findFirst().orElseThrow();
        var slug = write(gap, closed);
        for (int week = WEEKS; week < WEEKS + 4; week++) {
            for (var asked : MISSING) {
                ask(asked, week, slug);
            }
        }
        var after = closed.plus(Duration.ofDays(28));
        BusinessClock.at(after, () -> {
            desk.refresh(odile);
            var file = desk.file(gap.id());
            assertThat(file.row().fall().before()).isGreaterThan(2);
            assertThat(file.row().fall().since()).as("a week, of %s before", file.row().fall().before()).isLessThan(file.row().fall().before() / 2);
            assertThat(file.row().fall().share()).isGreaterThan(.5);
            assertThat(file.closedArticle()).isEqualTo(slug);
            assertThat(file.items()).as("every record can be opened").hasSize((int) file.weeks().stream().mapToLong(GapFile.Week::count).sum());
            assertThat(desk.file(other.id()).row().lastWeek()).as("nobody answered that").isGreaterThan(2);
        });
    }

    private static boolean isAbout(GapRow row, String word) {
        return row.label().toLowerCase(Locale.ROOT).contains(word);
    }

    /** Writes the article in two steps, has it read, and closes the gap with it. */
    private String write(GapRow gap, Instant at) {
        var words = sources.words("gap", gap.id().toString()).orElseThrow();
        var begun = faqDesk.begun(words);
        BusinessClock.at(at, () -> {
            faqDesk.save(odile, new ArticleForm(begun.slug(), "gaps", new Localized("How do I descale the kettle?", null), new Localized("With citric acid, every two months.", null),
                    new Localized("Limescale goes with citric acid or vinegar.", null), new Localized("limescale, descale, vinegar, kettle", null), List.of()));
            faqDesk.linked(odile, begun.slug(), words);
            assertThatThrownBy(() -> desk.close(odile, gap.id(), null, " ")).isInstanceOf(Refused.class);
            publishing.publish(ines, begun.slug());
            desk.take(odile, gap.id(), odile);
            desk.close(odile, gap.id(), begun.slug(), "Written.");
        });
        assertThat(help.article(begun.slug())).isPresent();
        return begun.slug();
    }

    /** Four times a week, each time in other words; who finds the article while searching or asking leaves no record. */
    private void ask(List<String> asked, int week, String slug) {
        for (int time = 0; time < 4; time++) {
            var words = asked.get(1 + (time + week) % (asked.size() - 1));
            var at = BEGIN.plus(Duration.ofDays(7L * week + time)).plusSeconds(random.nextInt(40_000));
            if (slug != null && faq.suggestions(words, Languages.ENGLISH, 4).stream().anyMatch(card -> card.slug().equals(slug)) && asked.getFirst().equals("descale")) {
                continue;
            }
            if (!words.endsWith("?")) {
                search(words, at);
            } else if (time % 2 == 0) {
                BusinessClock.at(at, () -> inquiries.ask(somebody(), new NewInquiry(null, "Hello, " + words, null, null, null, UUID.randomUUID().toString())));
            } else {
                BusinessClock.at(at, () -> forum.open(somebody(), new NewTopic("gaps", words, words, "en", null, null, UUID.randomUUID())));
            }
        }
    }

    private CustomerId somebody() {
        return customers.obtain("gap-" + UUID.randomUUID() + "@example.com", "Signe Vale", null, null, Languages.ENGLISH, "test");
    }

    private void noise(int week) {
        for (int i = 0; i < 8; i++) {
            search("zq" + Integer.toString(random.nextInt(1 << 28), 36) + " " + Integer.toString(random.nextInt(1 << 28), 36) + "x", BEGIN.plus(Duration.ofDays(7L * week + i % 7)));
        }
    }

    private void search(String words, Instant at) {
        jdbc.update("insert into search_log (id, asked_at, language, question, results, asked) values (?, ?, 'en', ?, 0, ?)", Columns.bytes(Ids.next()), Columns.utc(at), words, words);
    }

    @Test
    void weighsByWhatACustomerBuys() {
        assertThat(GapCollecting.weight(0)).isEqualTo(1);
        assertThat(GapCollecting.weight(250)).isEqualTo(2);
        assertThat(GapCollecting.weight(1_000_000)).isEqualTo(6);
    }

    @Test
    void isForWritersAndBuyersOnly() {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication(Permissions.ORDERS_SEE));
        assertThatThrownBy(() -> desk.list(GapState.OPEN, null)).isInstanceOf(AccessDeniedException.class);
        assertThat(sources.words("gap", UUID.randomUUID().toString())).isEmpty();
    }
}
