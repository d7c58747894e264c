package app.regulars.reordering;

import app.regulars.ordering.Purchases;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what reminders are good for, seen by those that were held back. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class ReorderDesk {

    /** An order counts for a letter when it is placed within so many days of it. */
    public static final int WITHIN_DAYS = 14;
    private static final Duration LOOKED_BACK = Duration.ofDays(180);
    private static final int MOST = 10_000;
    private static final double NINETY_FIVE = 1.96;

    private final Letters letters;
    private final Purchases purchases;
    private final Clock clock;

    ReorderDesk(Letters letters, Purchases purchases, Clock clock) {
        this.letters = letters;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** @param letters so many whose fourteen days are over @param opened whose basket was opened @param ordered after which was ordered within them */
    public record Group(int letters, int opened, int ordered) {

        public double share() {
            return letters == 0 ? 0 : (double) ordered / letters;
        }
    }

    /**
     * @param waiting letters whose fourteen days are not over
     * @param uplift  the share of those written to less that of those held back; null where one of them is empty
     * @param off     by so much the uplift may be off, in 95 of 100 cases
     */
    public record Uplift(Group written, Group heldBack, int waiting, Double uplift, Double off) {

        /** Whether it can be told from chance. */
        public boolean isCertain() {
            return uplift != null && Math.abs(uplift) > off;
        }
    }

    /** Of what was foreseen in the last half year; reminders that people asked for themselves are never held back, so they are not in it. */
    public Uplift uplift() {
        var now = clock.instant();
        var all = letters.foreseen(now.minus(LOOKED_BACK), MOST);
        var over = all.stream().filter(letter -> letter.madeAt().plus(Duration.ofDays(WITHIN_DAYS)).isBefore(now)).toList();
        var written = group(over.stream().filter(letter -> !letter.heldBack()).toList());
        var heldBack = group(over.stream().filter(Letters.Row::heldBack).toList());
        if (written.letters() == 0 || heldBack.letters() == 0) {
            return new Uplift(written, heldBack, all.size() - over.size(), null, null);
        }
        return new Uplift(written, heldBack, all.size() - over.size(), written.share() - heldBack.share(),
                NINETY_FIVE * Math.sqrt(variance(written) + variance(heldBack)));
    }

    /** With one more of each kind counted (Agresti and Caffo), so that few letters do not look certain. */
    private static double variance(Group group) {
        var share = (group.ordered() + 1.0) / (group.letters() + 2.0);
        return share * (1 - share) / (group.letters() + 2.0);
    }

    private Group group(List<Letters.Row> rows) {
        var placed = purchases.placed(rows.stream().map(Letters.Row::customer).distinct().toList(), clock.instant().minus(LOOKED_BACK));
        var ordered = rows.stream().filter(letter -> placed.getOrDefault(letter.customer(), List.of()).stream()
                .anyMatch(order -> order.at().isAfter(letter.madeAt()) && order.at().isBefore(letter.madeAt().plus(Duration.ofDays(WITHIN_DAYS))))).count();
        return new Group(rows.size(), (int) rows.stream().filter(letter -> letter.openedAt() != null).count(), (int) ordered);
    }
}
