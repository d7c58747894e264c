package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for what happens to a person elsewhere and bears on what she allows: purchases, inquiries, records that are joined. */
@Service
@Transactional
public class Consents {

    private final ConsentLines lines;
    private final Purposes purposes;
    private final Shop shop;

    Consents(ConsentLines lines, Purposes purposes, Shop shop) {
        this.lines = lines;
        this.purposes = purposes;
        this.shop = shop;
    }

    /** Somebody's order. */
    public record Purchase(CustomerId customer, UUID order, Instant at) {
    }

    /** A purchase implies every purpose for which it is set to, for the months that are set. Told twice it counts once. */
    public void bought(CustomerId customer, UUID order, Instant at) {
        bought(List.of(new Purchase(customer, order, at)));
    }

    /** As above, for several with as few statements as for one. */
    public void bought(List<Purchase> purchases) {
        var known = purposes.all();
        keep(purchases.stream().flatMap(each -> implied(known, each.customer(), new ConsentEntry.Ground("order", each.order()), each.at(), Purpose::purchaseMonths).stream()).toList());
    }

    /** A question implies every purpose for which it is set to, for the months that are set. Told twice it counts once. */
    public void inquired(CustomerId customer, UUID inquiry, Instant at) {
        keep(implied(purposes.all(), customer, new ConsentEntry.Ground("inquiry", inquiry), at, Purpose::inquiryMonths));
    }

    private void keep(List<ConsentLine> found) {
        if (!found.isEmpty()) {
            lines.append(found);
        }
    }

    private List<ConsentLine> implied(List<Purpose> known, CustomerId customer, ConsentEntry.Ground ground, Instant at, Function<Purpose, Integer> months) {
        var found = new ArrayList<ConsentLine>();
        for (var purpose : known) {
            var length = months.apply(purpose);
            if (purpose.offered() && length != null) {
                found.add(line(customer, purpose, ground, at, after(at, length)));
            }
        }
        return found;
    }

    /**
     * The line for one purpose, as another shop wrote it; it ends no later than one of this shop would, or than the law lets any. Nothing for a
     * purpose that is not offered here, or another ground than a purchase or an inquiry.
     */
    Optional<ConsentLine> implied(CustomerId customer, String code, ConsentEntry.Ground ground, Instant at, Instant until) {
        return purposes.find(code).filter(Purpose::offered).flatMap(purpose -> Optional.ofNullable(switch (ground.kind()) {
            case "order" -> Objects.requireNonNullElse(purpose.purchaseMonths(), Purpose.MOST_AFTER_PURCHASE);
            case "inquiry" -> Objects.requireNonNullElse(purpose.inquiryMonths(), Purpose.MOST_AFTER_INQUIRY);
            default -> null;
        }).map(length -> after(at, length)).map(here -> line(customer, purpose, ground, at, until.isBefore(here) ? until : here)));
    }

    private Instant after(Instant at, int months) {
        return at.atZone(shop.zone()).plusMonths(months).toInstant();
    }

    private static ConsentLine line(CustomerId customer, Purpose purpose, ConsentEntry.Ground ground, Instant at, Instant until) {
        return ConsentLine.next(ConsentKind.GRANTED, customer, ground.kind(), ConsentActor.system(), at,
                ground.kind() + ":" + ground.id() + ":" + purpose.code()).about(purpose, ConsentBasis.IMPLIED, null).because(ground, until);
    }

    /**
     * Two records are one person from now on: what was said of either counts for both.
     *
     * @param by who said so; null where a rule did
     */
    public void merged(CustomerId from, CustomerId into, Instant at, StaffId by) {
        link(ConsentKind.MERGED, from, into, at, by);
    }

    /** They are two again: each has what was said of itself; a no that was said meanwhile stays with both. */
    public void unmerged(CustomerId from, CustomerId into, Instant at, StaffId by) {
        link(ConsentKind.UNMERGED, from, into, at, by);
    }

    private void link(ConsentKind kind, CustomerId from, CustomerId into, Instant at, StaffId by) {
        if (from.equals(into)) {
            return;
        }
        lines.append(List.of(ConsentLine.next(kind, into, "merge", by == null ? ConsentActor.system() : ConsentActor.staff(by), at,
                kind.code() + ":" + from + ":" + into + ":" + at).with(from)));
    }
}
