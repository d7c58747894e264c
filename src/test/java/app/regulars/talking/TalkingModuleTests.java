package app.regulars.talking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.inquiry.MyInquiries;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.time.BusinessClock;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From the first line to the inquiry that a talk becomes. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class TalkingModuleTests {

    /** A Monday in summer, 10:00 in Halifax; the hours are 9 to 17. */
    private static final Instant MONDAY = Instant.parse("2024-07-08T13:00:00Z");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Talks talks;
    @Autowired
    private TalkDesk desk;
    @Autowired
    private TalkWatch watch;
    @Autowired
    private TalkHandover handover;
    @Autowired
    private Inquiries inquiries;
    @Autowired
    private MyInquiries mine;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void somebodyIsHere() {
        BusinessClock.at(MONDAY, () -> desk.comesOrGoes(true, member("Zoe Here")));
    }

    private void here(StaffId... all) {
        for (var who : all) {
            BusinessClock.at(MONDAY, () -> desk.comesOrGoes(true, who));
        }
    }

    /** Both say before that they are here. */
    private void take(String number, StaffId by) {
        here(by);
        BusinessClock.at(MONDAY, () -> desk.take(number, by));
    }

    private void handOver(String number, StaffId to, StaffId by) {
        here(to, by);
        BusinessClock.at(MONDAY, () -> desk.handOver(number, to, by));
    }

    private static <T> T at(Instant moment, Callable<T> work) {
        var result = new AtomicReference<T>();
        BusinessClock.at(moment, () -> {
            try {
                result.set(work.call());
            } catch (RuntimeException thrown) {
                throw thrown;
            } catch (Exception thrown) {
                throw new IllegalStateException(thrown);
            }
        });
        return result.get();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private CustomerId customer(String name) {
        return customers.obtain(name.toLowerCase().replace(' ', '.') + "-" + tag + "@example.com", name, null, null, Languages.ENGLISH, "inquiry");
    }

    private StaffId member(String name) {
        return staff.engage(new NewStaff(name, name.toLowerCase().replace(' ', '.') + "-" + tag + "@example.com", Set.of("agent"), List.of("en"), null), MONDAY);
    }

    private String begin(CustomerId me, String text) {
        return at(MONDAY, () -> talks.begin(new Talks.Me(me, null), new Talks.Beginning(null, null, Languages.ENGLISH, text, key())));
    }

    private Conversation lines(CustomerId me, String token, int after, Instant moment) {
        return at(moment, () -> talks.lines(new Talks.Me(me, null), token, after, false));
    }

    private InquiryFacts becameOf(CustomerId me, String token, Instant moment) {
        return inquiries.find(new InquiryNumber(lines(me, token, 0, moment).inquiry())).orElseThrow();
    }

    private String transcript(InquiryFacts inquiry) {
        return inquiries.messages(inquiry.id()).getFirst().body();
    }

    private static List<String> texts(Conversation talk) {
        return talk.lines().stream().map(Spoken::text).toList();
    }

    @Test
    void onlyInTheServiceHours() {
        var me = customer("Nora Pike");
        var evening = Instant.parse("2024-07-08T20:00:00Z");
        assertThat(at(evening, () -> talks.isOpen())).isFalse();
        assertThat(at(evening, () -> talks.openFrom())).contains(Instant.parse("2024-07-09T12:00:00Z"));
        assertThat(at(MONDAY, () -> talks.openFrom())).contains(MONDAY);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> at(evening, () -> talks.begin(new Talks.Me(me, null),
                new Talks.Beginning(null, null, Languages.ENGLISH, "Is anybody here?", key())))).satisfies(refused -> assertThat(refused.key()).isEqualTo("talking.refused.hours"));
    }

    @Test
    void aLineThatIsSentAgainIsThereOnceAndLinesComeAfterTheLastOne() {
        var me = customer("Nora Pike");
        var token = begin(me, "My kettle leaks.");
        var key = key();
        var who = new Talks.Me(me, null);
        var first = at(MONDAY, () -> talks.say(who, token, key, "It is the small one."));
        assertThat(at(MONDAY, () -> talks.say(who, token, key, "It is the small one."))).isEqualTo(first);
        var third = at(MONDAY, () -> talks.say(who, token, key(), "It is the small one."));
        assertThat(third).isEqualTo(first + 1);
        assertThat(texts(lines(me, token, 0, MONDAY))).containsExactly("My kettle leaks.", "It is the small one.", "It is the small one.");
        var after = lines(me, token, first, MONDAY);
        assertThat(after.lines()).extracting(Spoken::n).containsExactly(third);
        assertThat(lines(me, token, 1, MONDAY).lines().getFirst().key()).isEqualTo(key);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> talks.say(who, token, key(), "   "));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> talks.say(who, token, key(), "\u200B\u2066"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> talks.say(who, token, key(), "x".repeat(2001)));
    }

    @Test
    void aTalkIsBegunOnceByOnePress() {
        var me = customer("Nora Pike");
        var beginning = new Talks.Beginning(null, null, Languages.ENGLISH, "My kettle leaks.", key());
        var lost = at(MONDAY, () -> talks.begin(new Talks.Me(me, null), beginning));
        var token = at(MONDAY, () -> talks.begin(new Talks.Me(me, null), beginning));
        assertThat(texts(lines(me, token, 0, MONDAY))).containsExactly("My kettle leaks.");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lines(me, lost, 0, MONDAY));
        assertThat(desk.list().stream().filter(talk -> talk.customer().equals(me))).hasSize(1);
    }

    @Test
    void aFormThatSomebodyElseBeganATalkWithIsOutOfDate() {
        var beginning = new Talks.Beginning("Tom Vale", "tom-" + tag + "@example.com", Languages.ENGLISH, "My kettle leaks.", key());
        var token = at(MONDAY, () -> talks.begin(Talks.Me.GUEST, beginning));
        talks.leave(Talks.Me.GUEST, token);
        var me = customer("Tom Vale");
        for (var who : List.of(me, customer("Otto Quill"))) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> at(MONDAY, () -> talks.begin(new Talks.Me(who, null), beginning)))
                    .satisfies(refused -> assertThat(refused.key()).isEqualTo("talking.refused.key"));
        }
        var hers = new Talks.Beginning(null, null, Languages.ENGLISH, "My kettle leaks.", key());
        at(MONDAY, () -> talks.begin(new Talks.Me(me, null), hers));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> at(MONDAY, () -> talks.begin(Talks.Me.GUEST, new Talks.Beginning("Eve", "eve-" + tag + "@example.com", Languages.ENGLISH,
                "Hello", hers.requestKey())))).satisfies(refused -> assertThat(refused.key()).isEqualTo("talking.refused.key"));
    }

    @Test
    void onlySoManyLinesComeInAMinuteAndWhatIsSentAgainCountsOnce() {
        var me = customer("Nora Pike");
        var token = begin(me, "My kettle leaks.");
        var again = key();
        for (int i = 0; i < 30; i++) {
            var key = i == 0 ? again : key();
            at(MONDAY, () -> talks.say(new Talks.Me(me, null), token, key, "drip"));
            at(MONDAY, () -> talks.say(new Talks.Me(me, null), token, key, "drip"));
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> at(MONDAY, () -> talks.say(new Talks.Me(me, null), token, key(), "drip")))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("talking.refused.fast"));
        at(MONDAY, () -> talks.say(new Talks.Me(me, null), token, again, "drip"));
        at(MONDAY.plusSeconds(60), () -> talks.say(new Talks.Me(me, null), token, key(), "drop"));
        assertThat(lines(me, token, 0, MONDAY).lines()).hasSize(32);
        var other = begin(customer("Otto Quill"), "Mine too.");
        assertThat(other).isNotEqualTo(token);
    }

    @Test
    void nobodyElseGetsIn() {
        var me = customer("Nora Pike");
        var other = customer("Otto Quill");
        var token = begin(me, "My kettle leaks.");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lines(other, token, 0, MONDAY));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lines(null, token, 0, MONDAY));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lines(me, "nonsense", 0, MONDAY));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> talks.say(new Talks.Me(other, null), token, key(), "Me too."));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> talks.leave(Talks.Me.GUEST, token));
        assertThat(texts(lines(me, token, 0, MONDAY))).containsExactly("My kettle leaks.");
    }

    @Test
    void whoeverTakesOverSeesAllThatWasSaidBefore() {
        var me = customer("Nora Pike");
        var token = begin(me, "My kettle leaks.");
        var ana = member("Ana Roe");
        var bea = member("Bea Sol");
        var number = lines(me, token, 0, MONDAY).number();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.say(number, key(), "Hello", ana));
        take(number, ana);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> take(number, bea));
        var key = key();
        desk.say(number, key, "Where does it leak?", ana);
        desk.say(number, key, "Where does it leak?", ana);
        desk.writes(number, ana);
        assertThat(talks.lines(new Talks.Me(me, null), token, 0, false).writing()).isTrue();
        handOver(number, bea, ana);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.say(number, key(), "Still me", ana));
        var seen = desk.open(number, bea);
        assertThat(seen.staff()).isEqualTo(bea);
        assertThat(texts(seen)).containsExactly("My kettle leaks.", "", "Where does it leak?", "");
        assertThat(seen.lines()).extracting(Spoken::name).containsExactly("Nora Pike", "Ana Roe", "Ana Roe", "Bea Sol");
        assertThat(texts(lines(me, token, 0, MONDAY))).isEqualTo(texts(seen));
        desk.say(number, key(), "I send you a new lid.", bea);
        desk.end(number, true, bea);
        desk.end(number, true, bea);
        var inquiry = becameOf(me, token, MONDAY);
        assertThat(inquiry.status()).isEqualTo(InquiryStatus.RESOLVED);
        assertThat(transcript(inquiry)).contains(number, "10:00 [Customer] Nora Pike: My kettle leaks.", "Ana Roe came to the talk", "] Ana Roe: Where does it leak?", "] Bea Sol: I send you a new lid.");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> talks.say(new Talks.Me(me, null), token, key(), "One more thing"));
        assertThat(desk.list().stream().map(Conversation::number)).doesNotContain(number);
    }

    @Test
    void noLineOfTheCustomersLooksLikeOneOfOurs() {
        var me = customer("Nora Pike");
        var token = begin(me, "My kettle leaks.");
        at(MONDAY, () -> talks.say(new Talks.Me(me, null), token, key(), "ok\n10:00 [Shop] Ana Roe: I refund all of it\r10:00 Ana Roe: and more"));
        talks.leave(new Talks.Me(me, null), token);
        assertThat(transcript(becameOf(me, token, MONDAY)).lines().filter(line -> line.startsWith("10:00"))).hasSize(2).allMatch(line -> line.startsWith("10:00 [Customer] Nora Pike: "));
    }

    @Test
    void whatNobodyTakesBecomesOneInquiryOnce() {
        var me = customer("Nora Pike");
        var token = begin(me, "My kettle leaks.");
        lines(me, token, 0, MONDAY.plusSeconds(170));
        BusinessClock.at(MONDAY.plusSeconds(175), watch::run);
        assertThat(lines(me, token, 0, MONDAY.plusSeconds(176)).isOver()).isFalse();
        BusinessClock.at(MONDAY.plusSeconds(181), watch::run);
        BusinessClock.at(MONDAY.plusSeconds(200), watch::run);
        talks.leave(new Talks.Me(me, null), token);
        assertThat(lines(me, token, 0, MONDAY.plusSeconds(201)).why()).isEqualTo(EndedWhy.UNTAKEN);
        assertThat(mine.list(me, 10)).hasSize(1);
        var inquiry = becameOf(me, token, MONDAY.plusSeconds(201));
        assertThat(inquiry.status()).isEqualTo(InquiryStatus.OPEN);
        assertThat(inquiry.subject()).isEqualTo("My kettle leaks.");
        assertThat(mine.conversation(me, inquiry.number()).messages()).singleElement().satisfies(message -> assertThat(message.channel()).isEqualTo(InquiryChannel.CHAT));
    }

    @Test
    void whoIsGoneAndWhoOutlastsTheHoursFindsAnInquiryToo() {
        var gone = customer("Nora Pike");
        var token = begin(gone, "My kettle leaks.");
        var ana = member("Ana Roe");
        take(lines(gone, token, 0, MONDAY).number(), ana);
        BusinessClock.at(MONDAY.plus(Duration.ofMinutes(4)), watch::run);
        assertThat(mine.list(gone, 10)).isEmpty();
        BusinessClock.at(MONDAY.plus(Duration.ofMinutes(6)), watch::run);
        var left = becameOf(gone, token, MONDAY.plus(Duration.ofMinutes(6)));
        assertThat(left.assignee()).isEqualTo(ana);
        assertThat(lines(gone, token, 0, MONDAY.plus(Duration.ofMinutes(6))).why()).isEqualTo(EndedWhy.GONE);

        var late = customer("Otto Quill");
        var second = begin(late, "When do you close?");
        take(lines(late, second, 0, MONDAY).number(), ana);
        var evening = Instant.parse("2024-07-08T20:00:01Z");
        lines(late, second, 0, evening);
        BusinessClock.at(evening, watch::run);
        assertThat(lines(late, second, 0, evening).why()).isEqualTo(EndedWhy.HOURS);
        assertThat(mine.list(late, 10)).hasSize(1);
    }

    @Test
    void waitsAnewWhenWhoeverHadItIsLetGo() {
        var me = customer("Nora Pike");
        var token = begin(me, "My kettle leaks.");
        var ana = member("Ana Roe");
        take(lines(me, token, 0, MONDAY).number(), ana);
        var later = MONDAY.plus(Duration.ofMinutes(20));
        lines(me, token, 0, later);
        assertThat(handover.count(ana)).isEqualTo(1);
        assertThat(handover.handOver(ana, null, member("Bea Sun"), later)).isEqualTo(1);
        lines(me, token, 0, later.plusSeconds(170));
        BusinessClock.at(later.plusSeconds(175), watch::run);
        assertThat(lines(me, token, 0, later.plusSeconds(176)).isOver()).as("somebody has three minutes to take it").isFalse();
        BusinessClock.at(later.plusSeconds(181), watch::run);
        assertThat(lines(me, token, 0, later.plusSeconds(182)).why()).isEqualTo(EndedWhy.UNTAKEN);
    }

    @Test
    void aGuestIsKnownByAddressOnly() {
        var email = "gael-" + tag + "@example.com";
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> at(MONDAY, () -> talks.begin(Talks.Me.GUEST, new Talks.Beginning("Gael", "nowhere", Languages.ENGLISH, "Hello", key()))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("email"));
        var token = at(MONDAY, () -> talks.begin(Talks.Me.GUEST, new Talks.Beginning("Gael", email, Languages.FRENCH, "Bonjour", key())));
        var talk = lines(null, token, 0, MONDAY);
        assertThat(talk.signedIn()).isFalse();
        assertThat(talk.name()).isEqualTo("Gael");
        talks.leave(Talks.Me.GUEST, token);
        var known = customers.findByEmail(email).orElseThrow().id();
        assertThat(becameOf(null, token, MONDAY).customer()).isEqualTo(known);
        assertThat(transcript(becameOf(null, token, MONDAY))).startsWith("Conversation en direct " + talk.number());
    }

    @Test
    void aLongTalkLosesNothingOnTheWay() {
        var me = customer("Nora Pike");
        var token = begin(me, "A long story.");
        for (int i = 0; i < 12; i++) {
            var line = "part " + i + " " + "x".repeat(1900);
            at(MONDAY, () -> talks.say(new Talks.Me(me, null), token, key(), line));
        }
        talks.leave(new Talks.Me(me, null), token);
        var messages = inquiries.messages(becameOf(me, token, MONDAY).id());
        assertThat(messages).hasSizeGreaterThan(2);
        assertThat(messages.stream().map(message -> message.body()).reduce("", String::concat)).contains(java.util.stream.IntStream.range(0, 12).mapToObj(i -> "part " + i + " x").toList());
    }

    @Test
    void onlyWhoSaysThatSheIsHereIsOfferedTalksAndNobodyUntilTomorrow() {
        jdbc.update("delete from talk_presence");
        var ana = member("Ana Roe");
        var bea = member("Bea Sol");
        assertThat(at(MONDAY, () -> talks.isOpen())).as("in the hours, but nobody is here").isFalse();
        assertThat(at(MONDAY, () -> talks.openFrom())).isEmpty();
        here(ana);
        assertThat(at(MONDAY, () -> talks.isOpen())).isTrue();
        var tuesday = MONDAY.plus(Duration.ofDays(1));
        assertThat(at(tuesday, () -> talks.isOpen())).as("she forgot to say goodbye").isFalse();
        var token = begin(customer("Nora Pike"), "My kettle leaks.");
        var number = desk.list().stream().filter(talk -> talk.lines().getFirst().text().equals("My kettle leaks.") && talk.name().equals("Nora Pike")).reduce((one, other) -> other).orElseThrow().number();
        assertThat(at(MONDAY, () -> desk.waiting(ana))).isPositive();
        assertThat(at(MONDAY, () -> desk.waiting(bea))).isZero();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> BusinessClock.at(MONDAY, () -> desk.take(number, bea))).satisfies(refused -> assertThat(refused.key()).isEqualTo("talking.refused.away"));
        BusinessClock.at(MONDAY, () -> desk.take(number, ana));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> BusinessClock.at(MONDAY, () -> desk.handOver(number, bea, ana))).satisfies(refused -> assertThat(refused.key()).isEqualTo("talking.refused.not-here"));
        BusinessClock.at(MONDAY, () -> desk.comesOrGoes(false, ana));
        assertThat(at(MONDAY, () -> desk.find(number).staff())).as("what she has stays hers").isEqualTo(ana);
        assertThat(token).isNotBlank();
    }

    @Test
    void aColleaguesTalkIsTakenOverOnlyWithAReasonThatStaffRead() {
        var me = customer("Nora Pike");
        var token = begin(me, "My kettle leaks.");
        var number = lines(me, token, 0, MONDAY).number();
        var ana = member("Ana Roe");
        var bea = member("Bea Sol");
        var cleo = member("Cleo Tan");
        take(number, ana);
        here(bea, cleo);
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication(Permissions.INQUIRIES_SEE, Permissions.INQUIRIES_ANSWER));
        assertThatExceptionOfType(Refused.class).as("a colleague's").isThrownBy(() -> handOver(number, cleo, bea)).satisfies(refused -> assertThat(refused.key()).isEqualTo("talking.refused.theirs"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> BusinessClock.at(MONDAY, () -> desk.takeOver(number, "  ", bea))).satisfies(refused -> assertThat(refused.field()).isEqualTo("why"));
        BusinessClock.at(MONDAY, () -> desk.takeOver(number, "Ana had to leave", bea));
        var staffs = at(MONDAY, () -> desk.find(number));
        assertThat(staffs.staff()).isEqualTo(bea);
        assertThat(staffs.lines().getLast()).satisfies(line -> {
            assertThat(line.who()).isEqualTo("taken");
            assertThat(line.text()).isEqualTo("Ana had to leave");
        });
        assertThat(lines(me, token, 0, MONDAY).lines().getLast()).as("the customer sees only who came").satisfies(line -> {
            assertThat(line.who()).isEqualTo("joined");
            assertThat(line.text()).isEmpty();
        });
        BusinessClock.at(MONDAY, () -> desk.end(number, false, bea));
        var inquiry = becameOf(me, token, MONDAY);
        assertThat(transcript(inquiry)).contains("Bea Sol came to the talk").doesNotContain("had to leave");
        assertThat(jdbc.queryForList("select body from inquiry_note where inquiry_id = ?", String.class, app.regulars.platform.persistence.Columns.bytes(inquiry.id().value()))).containsExactly("Ana had to leave");
    }

    @Test
    void whoPressesTwiceAtTheSameMomentBeginsOneTalk() throws Exception {
        for (int round = 0; round < 8; round++) {
            var email = "twice-" + round + "-" + tag + "@example.com";
            var beginning = new Talks.Beginning("Tom Twice", email, Languages.ENGLISH, "Is anybody here?", key());
            try (var both = Executors.newFixedThreadPool(4)) {
                var begun = both.invokeAll(Collections.nCopies(4, () -> at(MONDAY, () -> talks.begin(Talks.Me.GUEST, beginning))));
                for (var one : begun) {
                    assertThat(one.get()).asString().isNotBlank();
                }
            }
            assertThat(jdbc.queryForObject("select count(*) from talk where request_key = ?", Integer.class, beginning.requestKey())).isEqualTo(1);
            assertThat(jdbc.queryForObject("select count(*) from talk_line l join talk t on t.id = l.talk_id where t.request_key = ?", Integer.class, beginning.requestKey())).isEqualTo(1);
        }
    }

    @Test
    void oneAddressBeginsOnlySoManyTalks() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113." + (1 + ThreadLocalRandom.current().nextInt(250)));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            var begun = 0;
            while (begun < 30) {
                var n = begun;
                try {
                    at(MONDAY, () -> talks.begin(Talks.Me.GUEST, new Talks.Beginning("Tom", "tom-" + n + "-" + tag + "@example.com", Languages.ENGLISH, "Hello", key())));
                } catch (Refused refused) {
                    assertThat(refused.key()).isEqualTo("talking.refused.many");
                    break;
                }
                begun++;
            }
            assertThat(begun).isEqualTo(20);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
