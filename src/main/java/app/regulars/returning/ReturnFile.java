package app.regulars.returning;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A return or complaint as its page shows it.
 *
 * @param variant       null where it is not known any more
 * @param sendBack      whether the goods have to come back; said with the approval
 * @param returnAddress where to, null before the approval
 * @param condition     null before it was looked at
 * @param outcome       null before it is settled
 * @param amount        what is given back, with tax; null before it is settled
 * @param creditBack    what credits and vouchers had paid and can pay again
 * @param replacement   the number of the order that replaces the goods, or null
 * @param credit        what the customer types at checkout, or null when there is none or it is used up
 * @param creditWorth   what of goods it takes off before taxes, or null
 * @param pictures      their ids
 * @param history       oldest first; customers see neither notes nor who of us did what
 */
public record ReturnFile(ReturnId id, ReturnNumber number, ReturnKind kind, ReturnStatus status, OrderId order, OrderNumber orderNumber, CustomerId customer, int line,
                         VariantId variant, String sku, Localized name, Localized options, String art, String backdrop, int quantity, ReturnReason reason,
                         String words, Wish wish, Instant openedAt, boolean sendBack, String returnAddress, String carrier, String trackingNumber,
                         GoodsCondition condition, boolean restocked, Outcome outcome, Money amount, Money creditBack, String replacement, String credit, Money creditWorth, List<UUID> pictures,
                         List<Moment> history) {

    /** @param what named by returning.happened.{what} @param actor "customer", "staff" or "system" */
    public record Moment(Instant at, String what, String actor, StaffId staff, String detail) {
    }

    /** Why the shop said no, or null. */
    public String refusal() {
        return history.stream().filter(moment -> "refused".equals(moment.what())).map(Moment::detail).findFirst().orElse(null);
    }

    @Override
    public String toString() {
        return "return " + number;
    }
}
