package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds, found by reading the lines from the first to the last: the only way to an answer. The rules:
 * <ul>
 * <li>The last thing the person said in words decides; a no ends everything, whatever she buys afterwards.
 * <li>A yes ends by itself when its time is over, and when the words change in substance.
 * <li>Without a word of hers, a purchase or an inquiry may imply a yes until its time is over.
 * <li>While two records are one person, what was said of either counts. When they are parted each has its own again, but a no
 * said while they were one stays with both.
 * </ul>
 */
final class ConsentReplay {

    static final Comparator<ConsentEntry> AS_IT_HAPPENED = Comparator.comparing(ConsentEntry::at).thenComparing(ConsentEntry::sequence);

    private final CustomerId person;
    private final List<ConsentEntry> lines;
    private final List<ConsentEntry> joins;
    private final Map<Instant, Set<CustomerId>> known = new HashMap<>();

    /** @param lines of the person, of every record ever joined with hers, and of everybody; as they happened */
    ConsentReplay(CustomerId person, List<ConsentEntry> lines) {
        this.person = person;
        this.lines = lines;
        this.joins = lines.stream().filter(line -> line.other() != null).toList();
    }

    /**
     * @param reason why it holds or does not
     * @param line   the line that decides, or null
     * @param until  when it ends by itself, or null
     */
    record Standing(ConsentState.Reason reason, ConsentEntry line, Instant until) {
    }

    Standing standing(String purpose, Instant at) {
        ConsentEntry said = null;
        ConsentEntry implied = null;
        var reworded = 0;
        for (var line : lines) {
            if (line.at().isAfter(at)) {
                break;
            }
            if (!purpose.equals(line.purpose())) {
                continue;
            }
            if (line.kind() == ConsentKind.REWORDED) {
                reworded = Math.max(reworded, line.wording().version());
            } else if (counts(line, at)) {
                if (line.basis() == ConsentBasis.IMPLIED) {
                    implied = implied == null || !line.expires().isBefore(implied.expires()) ? line : implied;
                } else {
                    said = line;
                }
            }
        }
        return judged(said, implied, reworded, at);
    }

    private static Standing judged(ConsentEntry said, ConsentEntry implied, int reworded, Instant at) {
        if (said != null && !said.granted()) {
            return new Standing(ConsentState.Reason.WITHDRAWN, said, null);
        }
        var over = said != null && said.expires() != null && !said.expires().isAfter(at);
        // words brought from another shop have versions below 0: they count until the first change in substance here
        var outdated = reworded > 0 && said != null && said.wording() != null && said.wording().version() < reworded;
        if (said != null && !over && !outdated) {
            return new Standing(ConsentState.Reason.EXPRESS, said, said.expires());
        }
        if (implied != null && implied.expires().isAfter(at)) {
            return new Standing(ConsentState.Reason.IMPLIED, implied, implied.expires());
        }
        if (said != null) {
            return new Standing(outdated ? ConsentState.Reason.REWORDED : ConsentState.Reason.EXPIRED, said, null);
        }
        return implied == null ? new Standing(ConsentState.Reason.NEVER, null, null) : new Standing(ConsentState.Reason.EXPIRED, implied, null);
    }

    /** What was said of her up to that moment, as it counts at that moment. */
    List<ConsentEntry> history(Instant at) {
        return lines.stream().filter(line -> !line.at().isAfter(at) && !line.customer().equals(ConsentLine.EVERYBODY))
                .filter(line -> line.other() != null ? together(at).contains(line.customer()) || together(at).contains(line.other()) : counts(line, at)).toList();
    }

    private boolean counts(ConsentEntry line, Instant at) {
        var now = together(at);
        return now.contains(line.customer()) || line.kind() == ConsentKind.WITHDRAWN && !joins.isEmpty()
                && group(line.customer(), line.at()).stream().anyMatch(now::contains);
    }

    /** The records that are this person at a moment. */
    private Set<CustomerId> together(Instant at) {
        return joins.isEmpty() ? Set.of(person) : known.computeIfAbsent(at, moment -> group(person, moment));
    }

    private Set<CustomerId> group(CustomerId first, Instant at) {
        var edges = new HashSet<Set<CustomerId>>();
        for (var join : joins) {
            if (!join.at().isAfter(at)) {
                var pair = Set.of(join.customer(), join.other());
                if (join.kind() == ConsentKind.MERGED) {
                    edges.add(pair);
                } else {
                    edges.remove(pair);
                }
            }
        }
        var group = new HashSet<>(Set.of(first));
        var next = new ArrayDeque<>(group);
        while (!next.isEmpty()) {
            var one = next.poll();
            edges.stream().filter(pair -> pair.contains(one)).forEach(pair -> pair.forEach(other -> {
                if (group.add(other)) {
                    next.add(other);
                }
            }));
        }
        return group;
    }
}
