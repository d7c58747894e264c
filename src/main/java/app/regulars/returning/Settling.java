package app.regulars.returning;

import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.payment.Payments;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What belongs together when it is decided: how much can go back, the credit, and the news of it. */
@Component
class Settling {

    private final ReturnRepository returns;
    private final Orders orders;
    private final PaidShares shares;
    private final LineClaims claims;
    private final CreditBook credits;
    private final Payments payments;
    private final Prices prices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(ReturnRepository returns, Orders orders, PaidShares shares, LineClaims claims, CreditBook credits, Payments payments, Prices prices, ApplicationEventPublisher events, Clock clock) {
        this.returns = returns;
        this.orders = orders;
        this.shares = shares;
        this.claims = claims;
        this.credits = credits;
        this.payments = payments;
        this.prices = prices;
        this.events = events;
        this.clock = clock;
    }

    Proposal proposal(ReturnRequest request) {
        var order = orders.file(request.orderNumber()).orElseThrow(NotFound::new);
        var whole = shares.of(order, request.line());
        var before = returns.findTop200ByOrderIdAndLineOrderByOpenedAt(request.order().value(), request.line()).stream()
                .filter(other -> !other.id().equals(request.id()) && other.outcome() != null && other.outcome() != Outcome.NOTHING).toList();
        var all = order.lines().get(request.line()).quantity();
        var given = before.stream().map(other -> other.outcome() == Outcome.EXCHANGE ? PaidShares.part(whole, other.quantity(), 0, all) : other.amount())
                .reduce(Money.zero(whole.currency()), Money::plus);
        var left = given.compareTo(whole) > 0 ? Money.zero(whole.currency()) : whole.minus(given);
        var part = PaidShares.part(whole, request.quantity(), before.stream().mapToInt(ReturnRequest::quantity).sum(), all);
        var credit = PaidShares.credit(orders.credits(request.orderNumber()).lines().get(request.line()), before.stream().map(ReturnRequest::creditShare)
                .reduce(Money.zero(whole.currency()), Money::plus), request.quantity(), before.stream().mapToInt(ReturnRequest::quantity).sum(), all);
        return new Proposal(whole, part.compareTo(left) > 0 ? left : part, left, credit);
    }

    void settle(ReturnRequest request, Outcome how, Money given, String remark, StaffId by) {
        var now = clock.instant();
        claims.hold(request.order(), request.line());
        var proposal = proposal(request);
        request.settle(how, given, proposal, remark, by, now);
        if (!request.creditBack().isZero()) {
            prices.giveBack(request.order().value(), orders.credits(request.orderNumber()).codes(), request.creditBack());
        }
        if (how == Outcome.CREDIT && !given.isZero()) {
            // it is taken off goods before taxes, so it holds what was paid for goods; the taxes on them follow
            credits.give(request.id(), request.customer(), shares.net(orders.file(request.orderNumber()).orElseThrow(NotFound::new), request.line(), given), now);
        }
        if (how == Outcome.REFUND && !given.isZero()) {
            giveBack(request, given);
        }
        events.publishEvent(new ReturnSettled(request.id(), request.number(), request.order(), request.orderNumber(), request.line(), request.quantity(),
                request.customer(), how, request.amount(), now));
    }

    /** What was paid goes back the way it came; where not everything is paid, less is owed, and what came in beyond that goes back. */
    private void giveBack(ReturnRequest request, Money given) {
        var reference = request.order().value();
        payments.of(reference).ifPresent(stand -> {
            if (stand.open().isZero()) {
                payments.refund(reference, given, request.number().value());
            } else {
                payments.concede(reference, given);
            }
        });
    }

    String replacement(ReturnRequest request, String typed) {
        var number = new OrderNumber(typed == null ? "" : typed);
        return orders.find(number).filter(order -> order.customer().equals(request.customer()) && !order.number().equals(request.orderNumber()))
                .orElseThrow(() -> new Refused("returning.refused.replacement", "replacement", Map.of())).number().value();
    }
}
