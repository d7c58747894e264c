package app.regulars.approving;

import app.regulars.ordering.CartFile;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import java.time.Instant;
import java.util.List;

/**
 * A request with everything that is needed to decide, at the prices of this moment.
 *
 * @param offer     what it would cost today; null where nothing of it can be bought
 * @param mayDecide whether whoever looks answers for it
 * @param own       whether whoever looks asked for it
 */
public record RequestFile(RequestSummary summary, CheckoutForm form, List<Line> lines, Checkout.Offer offer, boolean mayDecide, boolean own, List<Moment> history) {

    /** @param line as it would stand in a cart now, with what one piece cost when it was asked for @param askedFor as the buyer wanted it */
    public record Line(int position, CartFile.Line line, int quantity, int askedFor) {
    }

    /** @param what "asked", "changed", "approved", "declined" or "withdrawn" @param who may be blank @param detail a reason, or null */
    public record Moment(Instant at, String what, String who, String detail) {
    }

    public boolean isOpen() {
        return summary.status() == RequestStatus.OPEN;
    }

    /** Whether something is dearer, cheaper, short or gone since it was asked for. */
    public boolean hasChanges() {
        return lines.stream().anyMatch(each -> each.quantity() > 0 && (each.line().isRepriced() || each.line().isShort() || !each.line().isSold()))
                || offer != null && offer.priced().total().rounded().compareTo(summary.total().rounded()) != 0;
    }

    /** Whether it can be ordered as it stands. */
    public boolean canBePlaced() {
        return offer != null && lines.stream().filter(each -> each.quantity() > 0).noneMatch(each -> each.line().isShort() || !each.line().isSold());
    }

    @Override
    public String toString() {
        return summary.toString();
    }
}
