package app.regulars.returning;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.NotEnoughStock;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.Orders;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders the piece that goes out for the one that came back. What was paid for it is taken off: the same again costs nothing, something dearer
 * the difference, and what is left over stays a credit. The return's own id is the order's key, so that it is one order however often it is asked for.
 */
@Component
class Exchanging {

    private static final int MOST = 9_999;

    private final Checkout checkout;
    private final Orders orders;
    private final Catalog catalog;
    private final CreditBook credits;
    private final Settling settling;
    private final PaidShares shares;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Exchanging(Checkout checkout, Orders orders, Catalog catalog, CreditBook credits, Settling settling, PaidShares shares, TransactionTemplate transaction, Clock clock) {
        this.checkout = checkout;
        this.orders = orders;
        this.catalog = catalog;
        this.credits = credits;
        this.settling = settling;
        this.shares = shares;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What it would cost: priced as it would be ordered, and nothing of it kept. */
    Exchange look(ReturnRequest request, String sku, String pieces) {
        return transaction.execute(status -> {
            // the credit has to be there to be taken off
            status.setRollbackOnly();
            var wish = wish(sku, pieces);
            var order = order(request);
            var worth = worth(request, order, wish);
            var code = worth.isZero() ? null : credits.give(request.id(), request.customer(), worth, clock.instant());
            var priced = offer(order, wish, codes(code)).priced();
            var taken = priced.discounts().stream().filter(off -> code != null && code.equals(off.code())).map(off -> off.amount()).reduce(Money.zero(worth.currency()), Money::plus);
            var line = catalog.variants(List.of(wish.variant())).get(wish.variant());
            return new Exchange(line.sku(), line.name(), wish.quantity(), priced.goods(), taken, priced.total().rounded(), worth.minus(taken).rounded());
        });
    }

    /**
     * In the caller's transaction: all of it or nothing.
     *
     * @param seen the total that was shown
     * @return the number of the order
     */
    String place(ReturnRequest request, String sku, String pieces, String seen) {
        var wish = wish(sku, pieces);
        var order = order(request);
        var worth = worth(request, order, wish);
        var code = worth.isZero() ? null : credits.give(request.id(), request.customer(), worth, clock.instant());
        var option = offer(order, wish, codes(code)).chosen().code();
        var methods = checkout.methods();
        var form = new CheckoutForm(order.contactName(), null, order.contactEmail(), order.contactPhone(), order.address(), option, request.number().value(), null,
                request.language(), methods.contains("invoice") ? "invoice" : methods.getFirst());
        CheckoutResult result;
        try {
            result = checkout.place(new NewOrder(request.id().value(), request.customer(), null, List.of(wish), codes(code), form, money(seen, worth.currency()), NewOrder.EXCHANGE,
                    null, true));
        } catch (NotEnoughStock gone) {
            throw soldOut(gone.available());
        }
        return switch (result) {
            case CheckoutResult.Placed placed -> placed.number().value();
            case CheckoutResult.Requested asked -> throw new IllegalStateException("nobody is asked about an exchange");
            case CheckoutResult.SoldOut out -> throw soldOut(out.available());
            case CheckoutResult.PriceChanged changed -> throw new Refused("returning.refused.exchange.price", "sku", Map.of());
            case CheckoutResult.WrongQuantity wrong -> throw new Refused("returning.refused.exchange.quantity", "pieces", Map.of());
            case CheckoutResult.EmptyCart empty -> throw new Refused("returning.refused.exchange.sku", "sku", Map.of());
            case CheckoutResult.Incomplete incomplete -> throw new Refused("returning.refused.exchange.address", "sku", Map.of());
        };
    }

    private OrderFile order(ReturnRequest request) {
        if (!request.mayBeReplaced()) {
            throw new Refused("returning.refused.move");
        }
        return orders.file(request.orderNumber()).orElseThrow(NotFound::new);
    }

    private Prices.Wish wish(String sku, String pieces) {
        var variant = catalog.bySku(sku == null ? "" : sku.strip()).orElseThrow(() -> new Refused("returning.refused.exchange.sku", "sku", Map.of()));
        var typed = pieces == null ? "" : pieces.strip();
        if (!typed.matches("\\d{1,4}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new Refused("returning.refused.exchange.quantity", "pieces", Map.of());
        }
        return new Prices.Wish(variant.id(), Integer.parseInt(typed));
    }

    /** What is taken off before taxes: the pieces that are the same again at what they cost today, of the others what was paid for them. */
    private Money worth(ReturnRequest request, OrderFile order, Prices.Wish wish) {
        var proposal = settling.proposal(request);
        var paid = shares.net(order, request.line(), proposal.share()).plus(proposal.credit());
        VariantId back = request.variant();
        var same = wish.variant().equals(back) ? Math.min(wish.quantity(), request.quantity()) : 0;
        if (same == 0) {
            return paid;
        }
        var today = offer(order, new Prices.Wish(back, same), List.of()).priced();
        return today.goods().minus(today.discount()).plus(PaidShares.part(paid, request.quantity() - same, same, request.quantity())).rounded();
    }

    private Checkout.Offer offer(OrderFile order, Prices.Wish wish, List<String> codes) {
        var address = order.address();
        return checkout.exchange(List.of(wish), codes, order.summary().customer(), address == null ? "CA" : address.country(), address == null ? null : address.province(),
                order.shippingOption());
    }

    private static List<String> codes(String code) {
        return code == null ? List.of() : List.of(code);
    }

    private static Refused soldOut(int left) {
        return new Refused("returning.refused.exchange.sold-out", "pieces", Map.of("left", left));
    }

    private static Money money(String seen, String currency) {
        try {
            return seen == null || seen.isBlank() ? null : Money.of(seen, currency);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
