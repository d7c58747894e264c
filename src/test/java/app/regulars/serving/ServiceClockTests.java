package app.regulars.serving;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.serving.ClockEvent.Absorbed;
import app.regulars.serving.ClockEvent.CustomerWrote;
import app.regulars.serving.ClockEvent.Ended;
import app.regulars.serving.ClockEvent.Facts;
import app.regulars.serving.ClockEvent.FactsChanged;
import app.regulars.serving.ClockEvent.Opened;
import app.regulars.serving.ClockEvent.Reopened;
import app.regulars.serving.ClockEvent.Snoozed;
import app.regulars.serving.ClockEvent.StaffAnswered;
import app.regulars.serving.ClockEvent.Waiting;
import app.regulars.serving.OpenHours.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceClockTests {

    private static final ZoneId ISLAND = ZoneId.of("America/Halifax");
    private static final long MINUTE = 60_000;
    private static final int HISTORIES = Integer.getInteger("clock.histories", 100_000);

    private static final Goals EIGHT_HOURS = (kind, facts) -> switch (kind) {
        case FIRST -> ("high".equals(facts.priority()) ? 2 : 8) * 60 * MINUTE;
        case NEXT -> 4 * 60 * MINUTE;
        case RESOLUTION -> 24 * 60 * MINUTE;
    };

    private static OpenHours nineToFive(Map<LocalDate, List<Interval>> own, Holidays holidays) {
        var week = new HashMap<DayOfWeek, List<Interval>>();
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.put(day, List.of(new Interval(540, 720), new Interval(780, 1020)));
            }
        }
        return new OpenHours(ISLAND, week, own, holidays);
    }

    private static TeamHours always(OpenHours hours) {
        return new TeamHours(Map.of("", new TreeMap<>(Map.of(Instant.EPOCH, hours))));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ISLAND).toInstant();
    }

    private static final Facts PLAIN = new Facts("question", "normal", "regular", null);

    private static Measured first(List<ClockEvent> history, TeamHours hours, String asOf) {
        return ServiceClock.measure(history, hours, EIGHT_HOURS, at(asOf)).getFirst();
    }

    @Test
    void leavesOutLunchEveningsWeekendsAndHolidays() {
        // Friday 4 September 2026, 15:00: two hours that day; Monday is Labour Day; 7 hours a day
        var hours = always(nineToFive(Map.of(), new Holidays("pe")));
        var asked = List.<ClockEvent>of(new Opened(at("2026-09-04T15:00"), PLAIN));
        assertThat(first(asked, hours, "2026-09-04T15:00").due()).isEqualTo(at("2026-09-08T16:00"));
        assertThat(first(asked, always(nineToFive(Map.of(), null)), "2026-09-04T15:00").due()).isEqualTo(at("2026-09-07T16:00"));
        assertThat(first(asked, always(nineToFive(Map.of(LocalDate.parse("2026-09-08"), List.of()), new Holidays("pe"))), "2026-09-04T15:00").due())
                .isEqualTo(at("2026-09-09T16:00"));
    }

    @Test
    void stopsWhileWaitingForTheCustomer() {
        var hours = always(nineToFive(Map.of(), null));
        var history = List.<ClockEvent>of(new Opened(at("2026-09-07T09:00"), PLAIN), new StaffAnswered(at("2026-09-07T10:00")), new CustomerWrote(at("2026-09-09T09:00")));
        var all = ServiceClock.measure(history, hours, EIGHT_HOURS, at("2026-09-09T10:00"));
        assertThat(all).extracting(Measured::kind).containsExactly(TargetKind.FIRST, TargetKind.RESOLUTION, TargetKind.NEXT);
        assertThat(all).extracting(each -> each.used() / MINUTE).containsExactly(60L, 120L, 60L);
        assertThat(all.getLast().due()).isEqualTo(at("2026-09-09T14:00"));
    }

    @Test
    void aRaisedPriorityCountsTheTimeAlreadyUsed() {
        var hours = always(nineToFive(Map.of(), null));
        var raised = new Facts("question", "high", "regular", null);
        var history = List.<ClockEvent>of(new Opened(at("2026-09-07T09:00"), PLAIN), new FactsChanged(at("2026-09-07T11:30"), raised));
        assertThat(first(history, hours, "2026-09-07T11:30").due()).isEqualTo(at("2026-09-07T11:30"));
        assertThat(first(history, hours, "2026-09-07T11:31").missedAt()).isEqualTo(at("2026-09-07T11:30"));
    }

    @Test
    void anAnswerAtTheVeryMomentIsInTime() {
        var hours = always(nineToFive(Map.of(), null));
        var history = List.<ClockEvent>of(new Opened(at("2026-09-07T09:00"), PLAIN), new StaffAnswered(at("2026-09-08T10:00")));
        assertThat(first(history, hours, "2026-09-12T00:00").missedAt()).isNull();
        assertThat(first(history, hours, "2026-09-12T00:00").used()).isEqualTo(8 * 60 * MINUTE);
    }

    @Test
    void aReopenedInquiryGoesOnWhereItStopped() {
        var hours = always(nineToFive(Map.of(), null));
        var history = List.<ClockEvent>of(new Opened(at("2026-09-07T09:00"), PLAIN), new StaffAnswered(at("2026-09-07T10:00")), new Ended(at("2026-09-07T10:00")),
                new Reopened(at("2026-09-21T09:00")));
        var all = ServiceClock.measure(history, hours, EIGHT_HOURS, at("2026-09-21T11:00"));
        assertThat(all.get(1).used()).isEqualTo(180 * MINUTE);
        assertThat(all.get(2).used()).isEqualTo(120 * MINUTE);
    }

    @Test
    void aMergeBringsTheTimeItsCustomerHasWaited() {
        var hours = always(nineToFive(Map.of(), null));
        var history = List.<ClockEvent>of(new Opened(at("2026-09-07T09:00"), PLAIN), new StaffAnswered(at("2026-09-07T10:00")), new Absorbed(at("2026-09-07T11:00"), 90 * MINUTE));
        assertThat(ServiceClock.measure(history, hours, EIGHT_HOURS, at("2026-09-07T12:00")).getLast().used()).isEqualTo(150 * MINUTE);
    }

    @Test
    void aCalendarThatBeginsWithinAMillisecondIsPassed() {
        var change = at("2026-09-07T20:00").plusNanos(123_456_000);
        var hours = new TeamHours(Map.of("", new TreeMap<>(Map.of(Instant.EPOCH, nineToFive(Map.of(), null), change, nineToFive(Map.of(), null)))));
        assertTimeoutPreemptively(java.time.Duration.ofSeconds(20), () -> hours.open("", at("2026-09-07T00:00").toEpochMilli(), at("2026-09-09T00:00").toEpochMilli()));
        assertThat(hours.open("", at("2026-09-08T09:00").toEpochMilli(), at("2026-09-08T10:00").toEpochMilli())).isEqualTo(3_600_000);
    }

    @Test
    void aCalendarHoldsFromItsOwnMomentOn() {
        var longer = new OpenHours(ISLAND, Map.of(DayOfWeek.MONDAY, List.of(new Interval(0, 1440))), Map.of(), null);
        var hours = new TeamHours(Map.of("", new TreeMap<>(Map.of(Instant.EPOCH, nineToFive(Map.of(), null), at("2026-09-07T20:00"), longer))));
        var history = List.<ClockEvent>of(new Opened(at("2026-09-07T16:00"), PLAIN), new Snoozed(at("2026-09-07T17:30")));
        assertThat(first(history, hours, "2026-09-07T22:00").used()).isEqualTo(180 * MINUTE);
    }

    @Test
    void countsTheHourThatComesTwiceTwice() {
        var sunday = new OpenHours(ISLAND, Map.of(DayOfWeek.SUNDAY, List.of(new Interval(60, 120), new Interval(150, 240))), Map.of(), null);
        assertThat(always(sunday).open(null, at("2026-11-01T00:00").toEpochMilli(), at("2026-11-01T05:00").toEpochMilli())).isEqualTo((120 + 90) * MINUTE);
        assertThat(always(sunday).open(null, at("2026-03-08T00:00").toEpochMilli(), at("2026-03-08T05:00").toEpochMilli())).isEqualTo((60 + 60) * MINUTE);
    }

    /** Every clock against one that goes through every minute: same use, same misses, same due times. */
    @Test
    void agreesWithTheMinuteByMinuteModel() {
        var wrong = IntStream.range(0, HISTORIES).parallel().mapToObj(ServiceClockTests::difference).filter(found -> found != null).limit(3).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void theModelBites() {
        var noticed = IntStream.range(0, 500).mapToObj(seed -> {
            var random = RandomHistory.of(seed);
            var slow = MinuteByMinute.measure(random.history(), random.hours(), random.goals(), random.asOf());
            var shifted = ServiceClock.measure(random.history(), random.hours(), random.goals(), random.asOf().plusSeconds(60));
            return slow.equals(shifted);
        }).filter(same -> !same).count();
        assertThat(noticed).isGreaterThan(10);
    }

    private static String difference(int seed) {
        var random = RandomHistory.of(seed);
        var fast = ServiceClock.measure(random.history(), random.hours(), random.goals(), random.asOf());
        var slow = MinuteByMinute.measure(random.history(), random.hours(), random.goals(), random.asOf());
        return fast.equals(slow) ? null : seed + " fast " + fast + "\n  slow " + slow + "\n  " + random.history();
    }

    /** A history with its calendars, everything on whole minutes, around changes of the clocks more often than not. */
    record RandomHistory(List<ClockEvent> history, TeamHours hours, Goals goals, Instant asOf) {

        private static final List<ZoneId> ZONES = List.of(ISLAND, ZoneId.of("America/St_Johns"), ZoneId.of("America/Toronto"), ZoneId.of("Australia/Lord_Howe"),
                ZoneId.of("Europe/Paris"), ZoneId.of("UTC"));
        private static final List<Instant> CHANGES = List.of(Instant.parse("2026-03-08T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-04-04T00:00:00Z"), Instant.parse("2026-12-23T00:00:00Z"));

        static RandomHistory of(int seed) {
            var random = new Random(seed * 2654435761L);
            var begin = CHANGES.get(random.nextInt(CHANGES.size())).plusSeconds(60L * random.nextInt(-2000, 1500));
            var teams = new HashMap<String, TreeMap<Instant, OpenHours>>();
            for (var team : List.of("", "a", "b")) {
                var through = new TreeMap<Instant, OpenHours>();
                through.put(Instant.EPOCH, calendar(random));
                for (int i = random.nextInt(3); i > 0; i--) {
                    through.put(begin.plusSeconds(60L * random.nextInt(6000)), calendar(random));
                }
                teams.put(team, through);
            }
            var history = new ArrayList<ClockEvent>();
            var at = begin;
            history.add(new Opened(at, facts(random)));
            for (int i = random.nextInt(12); i > 0; i--) {
                at = at.plusSeconds(60L * (random.nextInt(5) == 0 ? 0 : random.nextInt(random.nextInt(8) == 0 ? 2500 : 400)));
                history.add(event(random, at));
            }
            var salt = random.nextInt(1000);
            Goals goals = (kind, facts) -> {
                var hash = new Random((kind + facts.type() + facts.priority() + facts.tier()).hashCode() * 31L + salt);
                return hash.nextInt(12) == 0 ? null : MINUTE * (1 + hash.nextInt(kind == TargetKind.RESOLUTION ? 900 : 240));
            };
            return new RandomHistory(history, new TeamHours(teams), goals, at.plusSeconds(60L * random.nextInt(1500)));
        }

        private static ClockEvent event(Random random, Instant at) {
            return switch (random.nextInt(11)) {
                case 0, 1, 2 -> new StaffAnswered(at);
                case 3, 4 -> new CustomerWrote(at);
                case 5 -> new Ended(at);
                case 6 -> new Reopened(at);
                case 7, 8 -> new FactsChanged(at, facts(random));
                case 9 -> random.nextBoolean() ? new Snoozed(at) : new Waiting(at);
                default -> new Absorbed(at, random.nextInt(4) == 0 ? null : MINUTE * random.nextInt(400));
            };
        }

        private static Facts facts(Random random) {
            return new Facts("t" + random.nextInt(3), "p" + random.nextInt(3), "v" + random.nextInt(3), List.of("", "a", "b").get(random.nextInt(3)));
        }

        private static OpenHours calendar(Random random) {
            var week = new HashMap<DayOfWeek, List<Interval>>();
            for (var day : DayOfWeek.values()) {
                if (random.nextInt(4) > 0) {
                    week.put(day, intervals(random));
                }
            }
            week.putIfAbsent(DayOfWeek.SUNDAY, List.of(new Interval(30, 200)));
            var own = new HashMap<LocalDate, List<Interval>>();
            for (int i = random.nextInt(3); i > 0; i--) {
                own.put(LocalDate.ofInstant(CHANGES.get(random.nextInt(CHANGES.size())), ISLAND).plusDays(random.nextInt(5)), random.nextBoolean() ? List.of() : intervals(random));
            }
            return new OpenHours(ZONES.get(random.nextInt(ZONES.size())), week, own, random.nextBoolean() ? new Holidays(random.nextBoolean() ? "pe" : "qc") : null);
        }

        private static List<Interval> intervals(Random random) {
            var all = new ArrayList<Interval>();
            var from = random.nextInt(500);
            while (from < 1440 && all.size() < 3) {
                var to = Math.min(1440, from + 1 + random.nextInt(600));
                all.add(new Interval(from, to));
                from = to + 1 + random.nextInt(200);
            }
            return all;
        }
    }
}
