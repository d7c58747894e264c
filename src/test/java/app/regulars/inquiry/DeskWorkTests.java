package app.regulars.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A day at the desk: several at once, put away, made one, taken apart, and what a customer may see of it. */
@RegularsTest
@WithStaff
class DeskWorkTests {

    private static final String SECRET = "she complains every month";

    @Autowired
    MyInquiries mine;
    @Autowired
    InquiryDesk desk;
    @Autowired
    InquirySorting sorting;
    @Autowired
    InquiryPresence presence;
    @Autowired
    Inquiries inquiries;
    @Autowired
    SnoozedInquiries snoozed;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    JdbcTemplate jdbc;

    CustomerId amelie;
    CustomerId owen;
    final StaffId ellen = StaffId.next();
    final StaffId mara = StaffId.next();

    @BeforeEach
    void people() {
        amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        owen = customers.obtain("owen-" + UUID.randomUUID() + "@example.com", "Owen Chiasson", null, null, Locale.CANADA, "test");
    }

    @Test
    void whatWasDoneWithSeveralIsUndoneButNotWhatChangedSince() {
        var one = ask(amelie, "One");
        var two = ask(amelie, "Two");
        var sorted = sorting.sort(seen(one, two), InquirySorting.Sort.priority(Priority.URGENT), ellen);
        assertThat(sorted.changed()).isEqualTo(2);
        sorting.sort(seen(two), InquirySorting.Sort.priority(Priority.LOW), mara);
        assertThat(sorting.undo(sorted.deed(), ellen)).isEqualTo(1);
        assertThat(desk.find(one).inquiry().priority()).isEqualTo(Priority.NORMAL);
        assertThat(desk.find(two).inquiry().priority()).isEqualTo(Priority.LOW);
        assertThat(sorting.undo(sorted.deed(), mara)).as("only who did it takes it back").isZero();
    }

    @Test
    void whatIsPutAwayLeavesTheQueueAndComesBackByItselfOrWithTheCustomer() {
        var number = ask(amelie, "Later");
        sorting.sort(seen(number), InquirySorting.Sort.assign(ellen), ellen);
        sorting.sort(seen(number), InquirySorting.Sort.until(Instant.now().plusSeconds(3_600)), ellen);
        assertThat(queue(InquiryFilter.Queue.MINE)).doesNotContain(number);
        assertThat(queue(InquiryFilter.Queue.SNOOZED)).contains(number);
        mine.reply(amelie, number, "Still there?", key());
        assertThat(queue(InquiryFilter.Queue.MINE)).contains(number);
        sorting.sort(seen(number), InquirySorting.Sort.until(Instant.now().plusSeconds(3_600)), ellen);
        jdbc.update("update inquiry set snoozed_until = '2020-01-01 00:00:00' where number = ?", number.value());
        snoozed.wakeUp();
        assertThat(queue(InquiryFilter.Queue.MINE)).contains(number);
        assertThat(inquiries.history(desk.find(number).inquiry().id())).extracting(HistoryStep::action).contains("snoozed", "replied", "woken");
    }

    @Test
    void twoOfOneCustomerBecomeOneAndTwoAgain() {
        var one = ask(amelie, "My mug is chipped.");
        var other = ask(amelie, "It is the slate one.");
        desk.note(one, SECRET, key(), ellen);
        sorting.merge(one, other, ellen);
        assertThat(desk.find(other).messages()).extracting(PublicMessage::body).containsExactly("My mug is chipped.", "It is the slate one.");
        assertThat(desk.find(other).notes()).hasSize(1);
        assertThat(mine.conversation(amelie, one).messages()).as("the old address leads to the whole").hasSize(2);
        assertThat(mine.list(amelie, 10)).extracting(InquirySummary::number).containsExactly(other);
        var seen = desk.find(other).version();
        mine.reply(amelie, one, "Hello?", key());
        assertThatExceptionOfType(Refused.class).as("something came that nobody at the desk has seen").isThrownBy(() -> sorting.takeOut(one, other, seen, ellen))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("inquiry.desk.changed"));
        assertThat(desk.find(other).messages()).hasSize(3);
        assertThat(mine.conversation(amelie, other).toString()).doesNotContain(SECRET);
        sorting.takeOut(one, other, desk.find(other).version(), ellen);
        assertThat(desk.find(other).messages()).extracting(PublicMessage::body).containsExactly("It is the slate one.", "Hello?");
        assertThat(desk.find(one).inquiry().status()).isEqualTo(InquiryStatus.OPEN);
        assertThat(mine.conversation(amelie, one).messages()).hasSize(1);
    }

    @Test
    void noCustomerComesToReadWhatAnotherWrote() {
        var one = ask(amelie, "Mine");
        var other = ask(owen, "His");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> sorting.merge(one, other, ellen)).satisfies(refused -> assertThat(refused.key()).isEqualTo("inquiry.refused.other-customer"));
        assertThat(mine.conversation(owen, other).messages()).hasSize(1);
    }

    @Test
    void aPartBecomesAMatterOfItsOwnAndTheButtonPressedTwiceMakesOne() {
        var number = ask(amelie, "My mug is chipped.");
        mine.reply(amelie, number, "And when do you open on Monday?", key());
        var message = desk.find(number).messages().getLast().id();
        var made = sorting.split(number, message, ellen);
        assertThat(sorting.split(number, message, ellen)).isEqualTo(made);
        assertThat(mine.conversation(amelie, made).messages()).extracting(PublicMessage::body).containsExactly("And when do you open on Monday?");
    }

    @Test
    void whatIsDoneWithAnOpenOneIsRefusedWhereSomethingCameInBetween() {
        var number = ask(amelie, "My mug is chipped.");
        var other = ask(amelie, "It is the slate one.");
        mine.reply(amelie, number, "And when do you open on Monday?", key());
        var read = desk.find(number);
        var message = read.messages().getLast().id();
        mine.reply(amelie, number, "Never mind, I found it.", key());
        for (var deed : List.<Runnable>of(() -> sorting.sort(number, read.version(), InquirySorting.Sort.type(InquiryType.COMPLAINT), ellen),
                () -> sorting.sort(number, read.version(), InquirySorting.Sort.until(Instant.now().plusSeconds(3_600)), ellen),
                () -> sorting.merge(number, read.version(), other, desk.find(other).version(), ellen), () -> sorting.split(number, read.version(), message, UUID.randomUUID(), ellen))) {
            assertThatExceptionOfType(Refused.class).isThrownBy(deed::run).satisfies(refused -> assertThat(refused.key()).isEqualTo("inquiry.desk.changed"));
        }
        var now = desk.find(number);
        assertThat(now.inquiry()).returns(InquiryType.QUESTION, InquiryRow::type).returns(null, InquiryRow::snoozedUntil);
        assertThat(now.into()).isNull();
        sorting.sort(number, now.version(), InquirySorting.Sort.type(InquiryType.COMPLAINT), ellen);
        var seen = desk.ofCustomer(amelie, 20).stream().filter(each -> each.number().equals(other)).findFirst().orElseThrow().version();
        mine.reply(amelie, other, "Or is it the blue one?", key());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> sorting.merge(number, desk.find(number).version(), other, seen, ellen))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("inquiry.desk.changed"));
        assertThat(desk.find(number).into()).isNull();
        sorting.merge(number, desk.find(number).version(), other, desk.find(other).version(), ellen);
        assertThat(desk.find(number).into()).isEqualTo(other);
    }

    @Test
    void anAnswerWaitsForANoteThatCameWhileItWasWritten() {
        var number = ask(amelie, "My mug is chipped.");
        var read = desk.find(number);
        desk.note(number, "She had a new one last week.", key(), mara);
        var sent = key();
        assertThat(desk.reply(number, read.version(), read.notes().size(), "We send a new one.", List.of(), InquiryStatus.WAITING_FOR_CUSTOMER, sent, ellen))
                .isInstanceOfSatisfying(Deed.ChangedMeanwhile.class, changed -> assertThat(changed.now().notes()).hasSize(1));
        assertThat(desk.find(number).messages()).hasSize(1);
        var now = desk.find(number);
        assertThat(desk.reply(number, now.version(), now.notes().size(), "Was it the one of last week?", List.of(), InquiryStatus.WAITING_FOR_CUSTOMER, sent, ellen)).isInstanceOf(Deed.Done.class);
        assertThat(desk.find(number).messages()).hasSize(2);
    }

    @Test
    void ofSeveralThoseThatSomebodyChangedSinceTheyWereSeenStayAndAreNamed() {
        var one = ask(amelie, "One");
        var two = ask(amelie, "Two");
        var seen = seen(one, two);
        desk.prioritize(two, desk.find(two).version(), Priority.URGENT, mara);
        var sorted = sorting.sort(seen, InquirySorting.Sort.priority(Priority.LOW), ellen);
        assertThat(sorted).returns(1, InquirySorting.Sorted::changed).returns(List.of(two), InquirySorting.Sorted::overtaken);
        assertThat(desk.find(one).inquiry().priority()).isEqualTo(Priority.LOW);
        assertThat(desk.find(two).inquiry().priority()).isEqualTo(Priority.URGENT);
        assertThat(sorting.sort(seen(two), InquirySorting.Sort.priority(Priority.LOW), ellen).overtaken()).isEmpty();
        assertThat(desk.find(two).inquiry().priority()).isEqualTo(Priority.LOW);
    }

    @Test
    void aPartIsNotTakenOutOfWhatSomebodyWroteInSince() {
        var part = ask(amelie, "My mug is chipped.");
        var whole = ask(amelie, "It is the slate one.");
        sorting.merge(part, whole, ellen);
        var read = desk.find(whole).version();
        var readPart = desk.find(part).version();
        desk.reply(whole, read, "A new one leaves today.", InquiryStatus.WAITING_FOR_CUSTOMER, key(), mara);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> sorting.takeOut(part, whole, read, ellen)).satisfies(refused -> assertThat(refused.key()).isEqualTo("inquiry.desk.changed"));
        assertThat(desk.find(part).into()).isEqualTo(whole);
        assertThatExceptionOfType(Refused.class).as("whichever stands open").isThrownBy(() -> sorting.takeOut(part, part, readPart - 1, ellen));
        assertThatExceptionOfType(app.regulars.platform.NotFound.class).as("one that has nothing to do with it").isThrownBy(() -> sorting.takeOut(part, ask(amelie, "Other"), 0, ellen));
        sorting.takeOut(part, whole, desk.find(whole).version(), ellen);
        assertThat(desk.find(part).into()).isNull();
    }

    @Test
    void aColleagueWhoIsHereIsSeenByOthersOnly() {
        var id = desk.find(ask(amelie, "Hello")).inquiry().id();
        presence.here(id, ellen, false);
        presence.here(id, mara, true);
        assertThat(presence.others(id, ellen)).extracting(InquiryPresence.Here::staff, InquiryPresence.Here::writing).containsExactly(org.assertj.core.groups.Tuple.tuple(mara, true));
        presence.gone(id, mara);
        assertThat(presence.others(id, ellen)).isEmpty();
    }

    @Test
    void theQueueIsReadPageByPageWithoutALineTwice() {
        for (var i = 0; i < 7; i++) {
            sorting.sort(seen(ask(i % 2 == 0 ? amelie : owen, "Number " + i)), InquirySorting.Sort.assign(ellen), ellen);
        }
        var first = desk.list(new InquiryFilter(InquiryFilter.Queue.MINE, ""), ellen, 4, Locale.CANADA);
        var rest = desk.list(new InquiryFilter(InquiryFilter.Queue.MINE, "", null, null, null, null, InquiryFilter.Place.of(InquiryFilter.Place.of(first.getLast(), InquiryFilter.Queue.MINE).toString())),
                ellen, 10, Locale.CANADA);
        assertThat(first).hasSize(4);
        assertThat(rest).hasSize(3).doesNotContainAnyElementsOf(first);
        assertThat(desk.counts(ellen).mine()).isEqualTo(7);
        assertThat(desk.next(ellen, first.getFirst().number())).as("mine or nobody's, but another one").isPresent().get().isNotEqualTo(first.getFirst().number());
    }

    @Test
    void theCustomerOpensAgainAndSaysHowItWas() {
        var number = ask(amelie, "My mug is chipped.");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.rate(amelie, number, "5", ""));
        desk.reply(number, desk.find(number).version(), "A new one leaves today.", InquiryStatus.RESOLVED, key(), ellen);
        mine.rate(amelie, number, "4", "Quick.");
        assertThatExceptionOfType(app.regulars.platform.NotFound.class).isThrownBy(() -> mine.rate(owen, number, "1", ""));
        assertThat(desk.find(number).rating()).isEqualTo(4);
        mine.reopen(amelie, number);
        assertThat(desk.find(number).inquiry().status()).isEqualTo(InquiryStatus.WAITING_FOR_US);
    }

    @Test
    void aReadyAnswerSaysSomethingSensibleWhereNothingIsKnown() {
        var reply = new CannedReply(null, "en", "Hello", "Hello {given-name|there}, about {order|your question}: {agent}", 0).checked();
        assertThat(reply.filled(Map.of("given-name", "Amélie", "agent", "{order}"))).isEqualTo("Hello Amélie, about your question: {order}");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new CannedReply(null, "en", "Hello", "{password}", 0).checked());
    }

    private List<InquiryNumber> queue(InquiryFilter.Queue queue) {
        return desk.list(new InquiryFilter(queue, ""), ellen, 200, Locale.CANADA).stream().map(InquiryRow::number).toList();
    }

    private Map<InquiryNumber, Integer> seen(InquiryNumber... numbers) {
        return java.util.Arrays.stream(numbers).collect(java.util.stream.Collectors.toMap(number -> number, number -> desk.find(number).version()));
    }

    private InquiryNumber ask(CustomerId who, String text) {
        return mine.ask(who, new NewInquiry(null, text, null, null, null, key()));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
