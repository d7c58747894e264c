package app.regulars.returning;

import app.regulars.ordering.OrderFile;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the shop promises: how long something can come back, how long it answers for what is wrong with it, and where it comes back to. */
@Component
class ReturnPolicy {

    static final String DAYS = "returns.days";
    static final String COMPLAINT_DAYS = "returns.complaint-days";
    static final String ADDRESS = "returns.address";
    private static final int USUAL_DAYS = 30;
    private static final int USUAL_COMPLAINT_DAYS = 365;

    private final Shop shop;
    private final Clock clock;

    ReturnPolicy(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    int days() {
        return Integer.parseInt(shop.get(DAYS, String.valueOf(USUAL_DAYS)));
    }

    int complaintDays() {
        return Integer.parseInt(shop.get(COMPLAINT_DAYS, String.valueOf(USUAL_COMPLAINT_DAYS)));
    }

    String address() {
        var own = shop.get(ADDRESS, "");
        return own.isBlank() ? (shop.legalName() + "\n" + shop.get("address", "")).strip() : own;
    }

    /** The last day for a return where the shop is; null while nothing arrived. */
    LocalDate returnTill(OrderFile order) {
        var at = Arrived.at(order);
        return at == null ? null : at.atZone(shop.zone()).toLocalDate().plusDays(days());
    }

    boolean mayReturn(OrderFile order) {
        var till = returnTill(order);
        return till != null && !today().isAfter(till);
    }

    /** Once it is on its way: it may have been lost. */
    boolean mayComplain(OrderFile order) {
        var from = Arrived.at(order) != null ? Arrived.at(order) : Arrived.left(order);
        return from != null && !today().isAfter(from.atZone(shop.zone()).toLocalDate().plusDays(complaintDays()));
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }
}
