package app.regulars.serving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Shares out a team's work: nobody who is away or has enough, and whoever was given nothing for longest comes first. Pure, so that it can be asked again. */
public final class Sharing {

    private Sharing() {
    }

    /** @param given when somebody last got one by sharing, or null */
    public record Hand(UUID staff, int most, boolean away, long open, Instant given) {

        static Hand of(TeamBook.Member member, LocalDate day, long open, Instant given) {
            return new Hand(member.staff(), member.most(), member.isAway(day), open, given);
        }

        boolean isFree() {
            return !away && open < most;
        }
    }

    /** Who gets it, and why that one. @param staff null if nobody can take it @param why "named", "turn", "stead", "full" or "nobody" */
    public record Pick(UUID staff, String why) {
    }

    /** @param named whom a rule names, or null; if that one is away, it is shared out */
    public static Pick pick(UUID named, List<Hand> team) {
        var wanted = team.stream().filter(hand -> hand.staff().equals(named)).findFirst();
        if (named != null && wanted.map(hand -> !hand.away()).orElse(true)) {
            return new Pick(named, "named");
        }
        var next = team.stream().filter(Hand::isFree).min(Comparator.comparing((Hand hand) -> hand.given() == null ? Instant.EPOCH : hand.given())
                .thenComparingLong(Hand::open).thenComparing(Hand::staff));
        return next.map(hand -> new Pick(hand.staff(), named == null ? "turn" : "stead")).orElse(new Pick(null, team.isEmpty() ? "nobody" : "full"));
    }
}
