package app.regulars.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any sequence of grants, refusals, implied permissions, ends, new words, joins and partings: the answer of the ledger is that of
 * a plain replay, written here in an other way, day by day over everybody at once.
 */
class ConsentReplayTests {

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> PURPOSES = List.of("newsletter", "offers");

    private final List<CustomerId> people = List.of(CustomerId.next(), CustomerId.next(), CustomerId.next(), CustomerId.next());
    private final List<ConsentEntry> lines = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 20261122})
    void saysTheSameAsAPlainReplay(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            lines.clear();
            tell(random, 80);
            var days = random.ints(12, -1, 90).mapToObj(day -> BEGIN.plus(day, ChronoUnit.DAYS)).toList();
            for (var at : days) {
                for (var purpose : PURPOSES) {
                    var plain = plainReplay(purpose, at);
                    for (var person : people) {
                        var answer = new ConsentReplay(person, ordered()).standing(purpose, at);
                        assertThat(answer.reason()).as("%s on %s, seed %s, round %s", purpose, at, seed, round).isEqualTo(plain.get(person));
                    }
                }
            }
        }
    }

    @Test
    void partingGivesEachBackExactlyWhatItHad() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            lines.clear();
            tell(random, 30);
            lines.removeIf(line -> line.other() != null);
            var joined = BEGIN.plus(100, ChronoUnit.DAYS);
            var parted = BEGIN.plus(120, ChronoUnit.DAYS);
            var before = standings(parted.plusSeconds(1));
            link(ConsentKind.MERGED, people.get(0), people.get(1), joined);
            link(ConsentKind.UNMERGED, people.get(0), people.get(1), parted);
            assertThat(standings(parted.plusSeconds(1))).isEqualTo(before);
        }
    }

    @Test
    void aNoThatWasSaidWhileTheyWereOneStaysWithBoth() {
        var from = people.get(0);
        var into = people.get(1);
        say(from, "newsletter", ConsentKind.GRANTED, ConsentBasis.EXPRESS, BEGIN, null, 1);
        link(ConsentKind.MERGED, from, into, BEGIN.plusSeconds(10));
        assertThat(reason(into, BEGIN.plusSeconds(11))).isEqualTo(ConsentState.Reason.EXPRESS);
        say(into, "newsletter", ConsentKind.WITHDRAWN, null, BEGIN.plusSeconds(20), null, 1);
        link(ConsentKind.UNMERGED, from, into, BEGIN.plusSeconds(30));
        assertThat(reason(from, BEGIN.plusSeconds(31))).isEqualTo(ConsentState.Reason.WITHDRAWN);
        assertThat(reason(into, BEGIN.plusSeconds(31))).isEqualTo(ConsentState.Reason.WITHDRAWN);
    }

    @Test
    void buyingNeverOverrulesANo() {
        var me = people.getFirst();
        say(me, "newsletter", ConsentKind.GRANTED, ConsentBasis.IMPLIED, BEGIN, BEGIN.plus(30, ChronoUnit.DAYS), 0);
        assertThat(reason(me, BEGIN.plus(30, ChronoUnit.DAYS).minusMillis(1))).isEqualTo(ConsentState.Reason.IMPLIED);
        assertThat(reason(me, BEGIN.plus(30, ChronoUnit.DAYS))).as("ends by itself, to the moment").isEqualTo(ConsentState.Reason.EXPIRED);
        say(me, "newsletter", ConsentKind.WITHDRAWN, null, BEGIN.plus(1, ChronoUnit.DAYS), null, 1);
        say(me, "newsletter", ConsentKind.GRANTED, ConsentBasis.IMPLIED, BEGIN.plus(2, ChronoUnit.DAYS), BEGIN.plus(60, ChronoUnit.DAYS), 0);
        assertThat(reason(me, BEGIN.plus(3, ChronoUnit.DAYS))).isEqualTo(ConsentState.Reason.WITHDRAWN);
    }

    private ConsentState.Reason reason(CustomerId person, Instant at) {
        return new ConsentReplay(person, ordered()).standing("newsletter", at).reason();
    }

    private Map<CustomerId, List<ConsentState.Reason>> standings(Instant at) {
        var all = new HashMap<CustomerId, List<ConsentState.Reason>>();
        people.forEach(person -> all.put(person, PURPOSES.stream().map(purpose -> new ConsentReplay(person, ordered()).standing(purpose, at).reason()).toList()));
        return all;
    }

    private List<ConsentEntry> ordered() {
        return lines.stream().sorted(ConsentReplay.AS_IT_HAPPENED).toList();
    }

    // the plain replay: one pass over the days, with the state of everybody in hand

    private static final class Page {
        ConsentState.Reason said = ConsentState.Reason.NEVER;
        Instant at;
        int version;
        Instant ends;
        final List<Instant> implied = new ArrayList<>();
    }

    private Map<CustomerId, ConsentState.Reason> plainReplay(String purpose, Instant at) {
        var told = ordered().stream().filter(line -> !line.at().isAfter(at)).toList();
        var edges = new HashSet<Set<CustomerId>>();
        var newest = 0;
        // every record keeps its own page; a no is written on the page of everybody who is one at that moment
        var said = new HashMap<CustomerId, List<ConsentEntry>>();
        people.forEach(person -> said.put(person, new ArrayList<>()));
        for (var line : told) {
            switch (line.kind()) {
                case MERGED -> edges.add(Set.of(line.customer(), line.other()));
                case UNMERGED -> edges.remove(Set.of(line.customer(), line.other()));
                case REWORDED -> newest = line.purpose().equals(purpose) ? Math.max(newest, line.wording().version()) : newest;
                case WITHDRAWN -> {
                    // joins of the very same moment count, whatever was written down first
                    var then = new HashSet<Set<CustomerId>>();
                    told.stream().filter(other -> !other.at().isAfter(line.at())).forEach(other -> {
                        if (other.kind() == ConsentKind.MERGED) {
                            then.add(Set.of(other.customer(), other.other()));
                        } else if (other.kind() == ConsentKind.UNMERGED) {
                            then.remove(Set.of(other.customer(), other.other()));
                        }
                    });
                    one(line.customer(), then).forEach(person -> said.get(person).add(line));
                }
                case GRANTED -> said.get(line.customer()).add(line);
            }
        }
        var result = new HashMap<CustomerId, ConsentState.Reason>();
        for (var person : people) {
            var page = new Page();
            one(person, edges).stream().flatMap(record -> said.get(record).stream()).distinct().filter(line -> line.purpose().equals(purpose))
                    .sorted(ConsentReplay.AS_IT_HAPPENED).forEach(line -> read(page, line));
            result.put(person, verdict(page, newest, at));
        }
        return result;
    }

    private static void read(Page page, ConsentEntry line) {
        if (line.basis() == ConsentBasis.IMPLIED) {
            page.implied.add(line.expires());
            return;
        }
        page.said = line.granted() ? ConsentState.Reason.EXPRESS : ConsentState.Reason.WITHDRAWN;
        page.version = line.wording().version();
        page.ends = line.expires();
    }

    private static ConsentState.Reason verdict(Page page, int newest, Instant at) {
        var implied = page.implied.stream().anyMatch(end -> end.isAfter(at));
        return switch (page.said) {
            case WITHDRAWN -> ConsentState.Reason.WITHDRAWN;
            case EXPRESS -> {
                var outdated = page.version < newest;
                var over = page.ends != null && !page.ends.isAfter(at);
                yield !outdated && !over ? ConsentState.Reason.EXPRESS : implied ? ConsentState.Reason.IMPLIED
                        : outdated ? ConsentState.Reason.REWORDED : ConsentState.Reason.EXPIRED;
            }
            default -> implied ? ConsentState.Reason.IMPLIED : page.implied.isEmpty() ? ConsentState.Reason.NEVER : ConsentState.Reason.EXPIRED;
        };
    }

    private static Set<CustomerId> one(CustomerId person, Set<Set<CustomerId>> edges) {
        var group = new HashSet<>(Set.of(person));
        while (edges.stream().filter(pair -> pair.stream().anyMatch(group::contains)).anyMatch(group::addAll)) {
            // until nobody comes in any more
        }
        return group;
    }

    // telling a story

    private void tell(Random random, int length) {
        for (int i = 0; i < length; i++) {
            var at = BEGIN.plus(random.nextInt(80), ChronoUnit.DAYS);
            var who = people.get(random.nextInt(people.size()));
            var other = people.get(random.nextInt(people.size()));
            var purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
            var version = 1 + random.nextInt(3);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> say(who, purpose, ConsentKind.GRANTED, ConsentBasis.EXPRESS, at, random.nextInt(4) == 0 ? at.plus(random.nextInt(40), ChronoUnit.DAYS) : null, version);
                case 3, 4 -> say(who, purpose, ConsentKind.WITHDRAWN, null, at, null, version);
                case 5, 6 -> say(who, purpose, ConsentKind.GRANTED, ConsentBasis.IMPLIED, at, at.plus(random.nextInt(40), ChronoUnit.DAYS), 0);
                case 7 -> link(ConsentKind.MERGED, who, other, at);
                case 8 -> link(ConsentKind.UNMERGED, who, other, at);
                default -> {
                    if (random.nextInt(3) == 0) {
                        say(ConsentLine.EVERYBODY, purpose, ConsentKind.REWORDED, null, at, null, version);
                    }
                }
            }
        }
    }

    private void say(CustomerId who, String purpose, ConsentKind kind, ConsentBasis basis, Instant at, Instant expires, int version) {
        var words = version == 0 ? null : new Wording(new UUID(1, version), purpose, version, "en", purpose, "You may.", BEGIN, true);
        add(kind, who, null, purpose, basis, words, at, expires);
    }

    private void link(ConsentKind kind, CustomerId from, CustomerId into, Instant at) {
        if (!from.equals(into)) {
            add(kind, into, from, null, null, null, at, null);
        }
    }

    private void add(ConsentKind kind, CustomerId who, CustomerId other, String purpose, ConsentBasis basis, Wording words, Instant at, Instant expires) {
        lines.add(new ConsentEntry(lines.size() + 1, Ids.next(), kind, who, other, purpose, List.of("email"), basis, words, 1, "import", null, null,
                ConsentActor.system(), at, expires, at, new byte[32]));
    }
}
