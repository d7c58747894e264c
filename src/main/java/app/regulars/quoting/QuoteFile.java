package app.regulars.quoting;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;

import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A quote as its page and its paper show it.
 *
 * @param priced     with what everything costs, to the cent, and why; lines in the order of {@code lines}
 * @param terms      that hold for it, each of them
 * @param order      the number of the order it became, or null
 * @param history    oldest first; customers do not see who of us did what
 */
public record QuoteFile(UUID id, QuoteNumber number, QuoteStatus status, CustomerId customer, LocalDate validUntil, Instant madeAt, List<Line> lines, PricedCart priced,
                        Terms terms, String contactName, String company, String contactEmail, PostalAddress address, String shippingOption, String reference, String note,
                        Locale locale, String order, List<Moment> history) {

    /** @param options in words, with what the customer said of her piece */
    public record Line(VariantId variant, String sku, String handle, Localized name, Localized options, String art, String backdrop, int quantity,
                       Configuration configuration) {
    }

    /** @param what "made", "sent", "accepted", "declined", "withdrawn"; named by quoting.happened.{what} @param actor "customer" or "staff" @param staff null for customers to see */
    public record Moment(Instant at, String what, String actor, StaffId staff, String detail) {
    }

    public Money total() {
        return priced.total();
    }

    /** Why it was declined or withdrawn; null where nobody said. */
    public String reason() {
        return history.reversed().stream().filter(moment -> "declined".equals(moment.what()) || "withdrawn".equals(moment.what())).map(Moment::detail).findFirst().orElse(null);
    }

    @Override
    public String toString() {
        return "quote " + number;
    }
}
