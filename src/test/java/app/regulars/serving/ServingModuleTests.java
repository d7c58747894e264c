package app.regulars.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.InquiryId;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.inquiry.Priority;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.time.BusinessClock;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the question to the missed promise, with the rules that staff made. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class ServingModuleTests {

    /** A Monday in summer, 9:00 in Halifax. */
    private static final Instant MONDAY = Instant.parse("2024-07-08T12:00:00Z");

    /** The latest such Monday: older things are history, of which nobody is told. */
    private static final Instant LATELY = java.time.LocalDate.now(java.time.ZoneOffset.UTC).with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY))
            .atTime(9, 0).atZone(java.time.ZoneId.of("America/Halifax")).toInstant();

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private RouteWords said;
    @Autowired
    private ServingDesk desk;
    @Autowired
    private RoutingDesk routing;
    @Autowired
    private MyService mine;
    @Autowired
    private ServiceReport report;
    @Autowired
    private TargetBoard board;
    @Autowired
    private Router router;
    @Autowired
    private Escalating escalating;
    @Autowired
    private Decisions decisions;
    @Autowired
    private Inquiries inquiries;
    @Autowired
    private InquiryDesk inquiryDesk;
    @Autowired
    private MyInquiries asking;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private CostDesk costs;
    @Autowired
    private CostDesk.CostKeeping keeping;
    @Autowired
    private app.regulars.customer.CustomerDesk people;
    @Autowired
    private app.regulars.inquiry.CustomerTalk talk;
    @Autowired
    private Settings settings;
    @Autowired
    private app.regulars.customer.GroupDesk groups;
    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private app.regulars.inquiry.InquiryTeams teams;

    @Test
    void aReasonIsReadInNamesAndKeptInCodes() {
        var team = settings.teams().content().teams().getFirst();
        var tier = settings.tiers().content().tiers().getFirst();
        var kept = new app.regulars.inquiry.Explanation("serving.route.words", java.util.Map.of("type", "complaint", "channel", "mail", "language", "fr", "priority", "high", "team", team.code(),
                "tier", tier.code(), "words", "none", "rule", "Complaints"));
        assertThat(teams.named(kept, Languages.ENGLISH)).containsEntry("type", "Complaint").containsEntry("language", "French").containsEntry("priority", "High")
                .containsEntry("team", team.name().in(Languages.ENGLISH)).containsEntry("tier", tier.name().in(Languages.ENGLISH)).containsEntry("words", "none").containsEntry("rule", "Complaints");
        assertThat(teams.named(kept, Languages.FRENCH)).containsEntry("type", "Plainte").containsEntry("language", "français");
        assertThat(kept.values()).containsEntry("type", "complaint");
    }

    private CustomerId customer() {
        return customers.obtain("serve-" + tag + "@example.com", "Nora Pike", null, null, Languages.ENGLISH, "inquiry");
    }

    private StaffId member(String name) {
        return staff.engage(new NewStaff(name, name.toLowerCase().replace(' ', '.') + "-" + tag + "@example.com", java.util.Set.of("agent"), List.of("en"), null), MONDAY);
    }

    private InquiryFacts ask(CustomerId me, String text, InquiryType type, Instant at) {
        var number = new AtomicReference<InquiryNumber>();
        BusinessClock.at(at, () -> number.set(asking.ask(me, new NewInquiry("About " + tag, text, type, null, null, UUID.randomUUID().toString()))));
        var id = inquiries.find(number.get()).orElseThrow().id();
        BusinessClock.at(at, () -> {
            board.settle(id);
            router.route(id);
            board.settle(id);
        });
        return inquiries.find(id).orElseThrow();
    }

    private String team(List<TeamBook.Member> members) {
        var code = "t-" + tag;
        var read = desk.teams();
        var teams = new java.util.ArrayList<>(read.content().teams());
        teams.removeIf(team -> team.code().equals(code));
        teams.add(new TeamBook.Team(code, new Localized("Care " + tag, "Soin " + tag), members));
        desk.save(read.version(), new TeamBook(teams), member("Ina Boss"));
        return code;
    }

    private void rules(RoutingBook.Rule... rules) {
        var by = member("Ina Boss");
        BusinessClock.at(MONDAY.minusSeconds(60), () -> routing.save(routing.rules().version(), new RoutingBook(List.of(rules)), by));
    }

    private RoutingBook.Rule words(String team, String priority) {
        return new RoutingBook.Rule("marked " + tag, true, List.of(), List.of(), List.of(), List.of("kraken" + tag), List.of(), List.of(), null, 0, team, null, priority);
    }

    @Test
    void sendsAQuestionToWhoeverIsHereAndSaysWhy() {
        var away = member("Ana Away");
        var here = member("Ben Here");
        var team = team(List.of(new TeamBook.Member(away.value(), 9, java.time.LocalDate.of(2024, 7, 1), java.time.LocalDate.of(2024, 7, 31)), new TeamBook.Member(here.value(), 9, null, null)));
        rules(words(team, "high"));
        var asked = ask(customer(), "A kraken" + tag + " ate my cup", InquiryType.QUESTION, MONDAY);
        assertThat(asked.team()).isEqualTo(team);
        assertThat(asked.assignee()).isEqualTo(here);
        assertThat(asked.priority()).isEqualTo(Priority.HIGH);
        var step = inquiries.history(asked.id()).stream().filter(each -> "routed".equals(each.action())).findFirst().orElseThrow();
        assertThat(step.why().values()).containsEntry("words", "kraken" + tag).containsEntry("pick", "turn").containsEntry("person", "Ben Here");
        // high: two hours of work
        assertThat(asked.dueAt()).isEqualTo(MONDAY.plusSeconds(2 * 3600));
    }

    @Test
    void decidesTheSameAgainThoughTheRulesHaveChanged() {
        var team = team(List.of());
        rules(words(team, "high"));
        var me = customer();
        var asked = ask(me, "A kraken" + tag, InquiryType.QUESTION, MONDAY);
        rules();
        var decision = decisions.of(me, 5).getFirst();
        assertThat(decision.inquiry()).isEqualTo(asked.id());
        assertThat(decisions.again(decision)).isEqualTo(decision.result());
        assertThat(decision.result().route().team()).isEqualTo(team);
    }

    @Test
    void customersReadNoCodesOfWhatARuleLookedAt() {
        var tier = settings.tiers().content().tiers().getFirst();
        var route = new RoutingBook.Route(1, "First", List.of(new RoutingBook.Reason("type", "complaint"), new RoutingBook.Reason("language", "fr"), new RoutingBook.Reason("tier", tier.code())), null, null, null);
        assertThat(said.reasons(route, Languages.FRENCH)).contains("Son type est Plainte.", "Sa langue est français.", "Votre niveau est " + tier.name().in(Languages.FRENCH) + ".");
        assertThat(said.reasons(route, Languages.ENGLISH)).contains("Its type is Complaint.", "Its language is French.").doesNotContain("It is about");
    }

    @Test
    void thePersonCanHaveAPersonLookOnceAndNobodyElseCan() {
        rules(words(null, "low"));
        var me = customer();
        ask(me, "Hello kraken" + tag, InquiryType.QUESTION, MONDAY);
        var decided = mine.decided(me, Languages.ENGLISH).getFirst();
        var number = mine.contest(me, decided.id(), Languages.ENGLISH);
        assertThat(mine.contest(me, decided.id(), Languages.ENGLISH)).isEqualTo(number);
        var opened = inquiries.find(new InquiryNumber(number)).orElseThrow();
        board.settle(opened.id());
        assertThat(inquiries.find(opened.id()).orElseThrow().type()).isEqualTo(InquiryType.COMPLAINT);
        var promised = board.settle(opened.id()).getFirst();
        assertThat(promised.goal()).isEqualTo(240 * 60_000L);
        assertThat(inquiries.find(opened.id()).orElseThrow().dueAt()).isEqualTo(promised.due());
        var stranger = customers.obtain("other-" + tag + "@example.com", "Other", null, null, Languages.ENGLISH, "inquiry");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.contest(stranger, decided.id(), Languages.ENGLISH));
        assertThat(mine.decided(stranger, Languages.ENGLISH)).isEmpty();
    }

    @Test
    void escalatesOnceAndTellsWhoMissed() {
        rules();
        var asked = ask(customer(), "Nobody looks", InquiryType.QUESTION, MONDAY);
        var late = MONDAY.plusSeconds(86400 + 3600);
        BusinessClock.at(late, () -> escalating.look(asked.id()));
        BusinessClock.at(late.plusSeconds(60), () -> escalating.look(asked.id()));
        var history = inquiries.history(asked.id());
        assertThat(history.stream().filter(step -> "escalated".equals(step.action()) && "missed".equals(step.why().values().get("how")))).hasSize(1);
        assertThat(history.stream().filter(step -> "escalated".equals(step.action()) && step.why().key().equals("serving.escalated.unassigned"))).hasSize(1);
        assertThat(inquiries.find(asked.id()).orElseThrow().priority()).isEqualTo(Priority.HIGH);
        var missed = desk.missed(TargetKind.FIRST, 200).stream().filter(each -> each.number().equals(asked.number().value())).findFirst().orElseThrow();
        assertThat(missed.why()).isEqualTo("nobody");
        assertThat(missed.missedAt()).isEqualTo(MONDAY.plusSeconds(86400));
    }

    @Test
    void tellsWhoHasItInTheLanguageOfTheDesk() {
        rules();
        var asked = ask(customer(), "Anybody", InquiryType.QUESTION, LATELY);
        var who = member("Luc Reader");
        staff.readsIn(who, Languages.FRENCH);
        BusinessClock.at(LATELY.plusSeconds(60), () -> inquiryDesk.assign(asked.number(), inquiries.find(asked.id()).orElseThrow().version(), who, member("Ina Boss")));
        BusinessClock.at(LATELY.plusSeconds(86400 + 3600), () -> escalating.look(asked.id()));
        assertThat(jdbc.queryForList("select subject from outbox_message where recipient = ?", String.class, "luc.reader-" + tag + "@example.com"))
                .contains("Manqué : " + asked.number().value());
    }

    @Test
    void somebodyAlwaysHearsOfWhatNobodyHas() {
        rules();
        var boss = staff.engage(new NewStaff("Ann Boss", "ann-" + tag + "@example.com", java.util.Set.of("manager"), List.of("en"), null), MONDAY);
        var asked = ask(customer(), "Nobody has it", InquiryType.QUESTION, LATELY);
        BusinessClock.at(LATELY.plusSeconds(3 * 3600), () -> escalating.look(asked.id()));
        assertThat(staff.access(boss)).isPresent();
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where message_key like ?", Long.class, "unassigned:" + asked.id() + ":%")).isPositive();
    }

    @Test
    void whatIsLateGoesOnFromWhoeverIsAway() {
        var away = member("Ana Away");
        var here = member("Ben Here");
        var leaves = java.time.LocalDate.of(2024, 7, 9);
        var team = team(List.of(new TeamBook.Member(away.value(), 9, leaves, leaves.plusDays(20))));
        rules(words(team, null));
        var asked = ask(customer(), "A kraken" + tag, InquiryType.QUESTION, MONDAY);
        assertThat(asked.assignee()).isEqualTo(away);
        team(List.of(new TeamBook.Member(away.value(), 9, leaves, leaves.plusDays(20)), new TeamBook.Member(here.value(), 9, null, null)));
        BusinessClock.at(MONDAY.plusSeconds(86400 + 3600), () -> escalating.look(asked.id()));
        assertThat(inquiries.find(asked.id()).orElseThrow().assignee()).isEqualTo(here);
    }

    @Test
    void isGivenAsSoonAsTheTeamHasRoomUnlessStaffTookItBack() {
        var here = member("Ben Here");
        var team = team(List.of(new TeamBook.Member(here.value(), 0, null, null)));
        rules(words(team, null));
        var asked = ask(customer(), "A kraken" + tag, InquiryType.QUESTION, MONDAY);
        assertThat(asked.assignee()).isNull();
        BusinessClock.at(MONDAY.plusSeconds(60), () -> escalating.look(asked.id()));
        assertThat(inquiries.find(asked.id()).orElseThrow().assignee()).isNull();
        team(List.of(new TeamBook.Member(here.value(), 5, null, null)));
        BusinessClock.at(MONDAY.plusSeconds(120), () -> escalating.look(asked.id()));
        assertThat(inquiries.find(asked.id()).orElseThrow().assignee()).isEqualTo(here);
        BusinessClock.at(MONDAY.plusSeconds(180), () -> inquiryDesk.assign(asked.number(), inquiries.find(asked.id()).orElseThrow().version(), null, member("Ina Boss")));
        BusinessClock.at(MONDAY.plusSeconds(240), () -> escalating.look(asked.id()));
        assertThat(inquiries.find(asked.id()).orElseThrow().assignee()).isNull();
    }

    @Test
    void whoCostsMuchAndBuysLittleIsFound() {
        rules();
        var me = customer();
        var by = member("Ben Here");
        assertThat(costs.of(me).costly()).isFalse();
        for (int i = 0; i < 3; i++) {
            var at = LATELY.minusSeconds(86400 * 30 + i * 60);
            var asked = ask(me, "Again", InquiryType.COMPLAINT, at);
            BusinessClock.at(at.plusSeconds(30), () -> {
                for (int n = 0; n < 3; n++) {
                    inquiryDesk.reply(asked.number(), inquiries.find(asked.id()).orElseThrow().version(), "Sorry", InquiryStatus.WAITING_FOR_CUSTOMER, UUID.randomUUID().toString(), by);
                }
            });
        }
        var cost = costs.of(me);
        // nine answers of six minutes at 75 cents
        assertThat(cost.minutes()).isEqualTo(54);
        assertThat(cost.amount().amount()).isEqualByComparingTo("40.50");
        assertThat(cost.complaints()).isEqualTo(3);
        assertThat(cost.costly()).isTrue();
        keeping.keep();
        assertThat(jdbc.queryForObject("select band from customer_cost where customer_id = ?", String.class, (Object) Columns.bytes(me.value()))).isEqualTo("costly");
        assertThat(people.list(app.regulars.customer.CustomerFilter.of(java.util.Map.of("cost", "costly")), 0, 200)).extracting(row -> row.id()).contains(me);
        assertThat(people.list(app.regulars.customer.CustomerFilter.of(java.util.Map.of("cost", "usual")), 0, 200)).extracting(row -> row.id()).doesNotContain(me);
        assertThat(talk.of(me, "SORR", 50)).hasSize(9).allSatisfy(said -> assertThat(said.by()).isEqualTo("Ben Here"));
    }

    @Test
    void refusesBesideTheRowThatIsWrong() {
        var read = desk.goals();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.save(read.version(), new GoalBook(List.of(new GoalBook.Row(null, null, null, 5, 5, 5),
                new GoalBook.Row(null, null, null, 5, 0, 5))), member("Ina Boss"))).satisfies(refused -> assertThat(refused.field()).isEqualTo("next#1"));
    }

    @Test
    void waitsWithTheCustomer() {
        rules();
        var by = member("Ben Here");
        var asked = ask(customer(), "When", InquiryType.QUESTION, MONDAY);
        BusinessClock.at(MONDAY.plusSeconds(3600), () -> inquiryDesk.reply(asked.number(), asked.version(), "Soon", InquiryStatus.WAITING_FOR_CUSTOMER, UUID.randomUUID().toString(), by));
        var all = new AtomicReference<List<Measured>>();
        BusinessClock.at(MONDAY.plusSeconds(86400), () -> all.set(board.settle(asked.id())));
        assertThat(all.get()).extracting(Measured::used).containsExactly(3_600_000L, 3_600_000L);
        assertThat(inquiries.find(asked.id()).orElseThrow().dueAt()).isNull();
    }

    @Test
    void anotherTierOfHersHoldsFromTheMomentOnAndNotForTheTimeBefore() {
        rules();
        var me = customer();
        var by = member("Ina Boss");
        if (groups.names().stream().noneMatch(group -> "gold".equals(group.code()))) {
            groups.add(new app.regulars.customer.GroupDesk.Form("gold", "Gold", "Or"), by);
        }
        var soon = ask(me, "When", InquiryType.QUESTION, MONDAY);
        var late = ask(me, "And when", InquiryType.QUESTION, MONDAY);
        var regular = new ClockEvent.Facts("question", "normal", "regular", null);
        var gold = new ClockEvent.Facts("question", "normal", "gold", null);
        var opened = new ClockEvent.Opened(MONDAY, regular);
        var hour = MONDAY.plusSeconds(3600);
        var before = settled(soon.id(), hour.minusSeconds(60));
        assertThat(before).isEqualTo(ServiceClock.measure(List.of(opened), settings.hours(), settings.goals().content(), hour.minusSeconds(60)));

        groups.join("gold", "serve-" + tag + "@example.com", by);
        var raised = settled(soon.id(), hour);
        assertThat(raised).isEqualTo(ServiceClock.measure(List.of(opened, new ClockEvent.FactsChanged(hour, gold)), settings.hours(), settings.goals().content(), hour));
        assertThat(raised.getFirst().due()).as("two hours of work, of which one is used").isEqualTo(MONDAY.plusSeconds(7200)).isBefore(before.getFirst().due());
        assertThat(inquiries.find(soon.id()).orElseThrow().dueAt()).as("what the queue is sorted by").isEqualTo(raised.getFirst().due());
        settled(late.id(), MONDAY.plusSeconds(3 * 3600));
        assertThat(settled(late.id(), MONDAY.plusSeconds(3 * 3600 + 60)).getFirst().missedAt()).as("never missed before she was in it").isEqualTo(MONDAY.plusSeconds(3 * 3600));

        groups.leave("gold", me, by);
        var lowered = settled(soon.id(), hour.plusSeconds(1800));
        assertThat(lowered).isEqualTo(ServiceClock.measure(List.of(opened, new ClockEvent.FactsChanged(hour, gold), new ClockEvent.FactsChanged(hour.plusSeconds(1800), regular)),
                settings.hours(), settings.goals().content(), hour.plusSeconds(1800)));
        assertThat(lowered.getFirst()).returns(before.getFirst().due(), Measured::due).returns(null, Measured::missedAt);
        assertThat(settled(late.id(), MONDAY.plusSeconds(4 * 3600)).getFirst().missedAt()).as("a longer promise takes no miss back").isEqualTo(MONDAY.plusSeconds(3 * 3600));
    }

    private List<Measured> settled(InquiryId id, Instant at) {
        var all = new AtomicReference<List<Measured>>();
        BusinessClock.at(at, () -> all.set(board.settle(id)));
        return all.get();
    }

    @Test
    void figuresEqualWhatIsThere() {
        rules();
        var team = team(List.of());
        rules(words(team, null));
        var from = MONDAY.minusSeconds(60);
        var me = customer();
        for (int i = 0; i < 3; i++) {
            ask(me, "kraken" + tag, InquiryType.QUESTION, MONDAY.plusSeconds(i * 60));
        }
        var line = report.lines(ServiceReport.By.TEAM, from, MONDAY.plusSeconds(3600)).stream().filter(each -> each.value().equals(team)).findFirst().orElseThrow();
        var counted = jdbc.queryForObject("select count(*) from inquiry where team = ? and opened_at between ? and ?", Long.class, team, Columns.utc(from), Columns.utc(MONDAY.plusSeconds(3600)));
        assertThat(line.counts().getFirst()).isEqualTo(counted).isEqualTo(3);
        // one answered and solved, one solved and opened again
        var by = member("Ada Kern");
        var numbers = report.behind(ServiceReport.By.TEAM, team, ServiceReport.What.ASKED, from, MONDAY.plusSeconds(3600)).stream().map(behind -> new InquiryNumber(behind.number())).toList();
        BusinessClock.at(MONDAY.plusSeconds(1800), () -> {
            for (var number : numbers.subList(0, 2)) {
                inquiryDesk.reply(number, inquiryDesk.find(number).version(), "There.", InquiryStatus.RESOLVED, UUID.randomUUID().toString(), by);
            }
            asking.reopen(me, numbers.get(1));
            numbers.forEach(number -> board.settle(inquiries.find(number).orElseThrow().id()));
        });
        asking.rate(me, numbers.getFirst(), "4", "Quick");
        var settled = report.lines(ServiceReport.By.TEAM, from, MONDAY.plusSeconds(3600)).stream().filter(each -> each.value().equals(team)).findFirst().orElseThrow();
        assertThat(settled.counts()).as("asked, answered, late, solved, solved late, opened again, rated").containsExactly(3L, 2L, 0L, 1L, 0L, 1L, 1L);
        assertThat(settled.stars()).isEqualTo(4.0);
        assertThat(settled.reopenRate()).isEqualTo(0.5);
        for (var kind : ServiceReport.By.values()) {
            for (var each : report.lines(kind, from, MONDAY.plusSeconds(3600))) {
                for (var what : ServiceReport.What.values()) {
                    assertThat(report.behind(kind, each.value(), what, from, MONDAY.plusSeconds(3600))).as("%s %s %s", kind, each.value(), what.code()).hasSize((int) (long) each.counts().get(what.ordinal()));
                }
            }
        }
    }

    @Test
    void twoWhoSaveAtOnceDoNotOverwriteEachOther() {
        var read = desk.goals();
        desk.save(read.version(), read.content(), member("Ina Boss"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.save(read.version(), read.content(), member("Ina Boss")));
    }

    @Test
    void triesRulesOnThePastWithoutChangingIt() {
        rules();
        var team = team(List.of());
        var asked = ask(customer(), "kraken" + tag, InquiryType.QUESTION, Instant.now().minusSeconds(3600));
        var tried = routing.test(new RoutingBook(List.of(words(team, "low"))), 2, Languages.ENGLISH).stream().filter(each -> each.number().equals(asked.number().value())).findFirst().orElseThrow();
        assertThat(tried.other()).isTrue();
        assertThat(inquiries.find(asked.id()).orElseThrow().team()).isNull();
    }
}
