package app.regulars.approving;

import app.regulars.customer.Companies;
import app.regulars.customer.MemberRole;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderApproval;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.ui.Live;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a request of what a buyer orders beyond her limit. Approvers and administrators answer for others and so for themselves. */
@Component
class AskingApproval implements OrderApproval {

    private final ApprovalRequestRepository requests;
    private final SpendingLimits limits;
    private final Companies companies;
    private final Prices prices;
    private final Numbers numbers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AskingApproval(ApprovalRequestRepository requests, SpendingLimits limits, Companies companies, Prices prices, Numbers numbers, Clock clock, ApplicationEventPublisher events) {
        this.requests = requests;
        this.limits = limits;
        this.companies = companies;
        this.prices = prices;
        this.numbers = numbers;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Optional<CheckoutResult.Requested> ask(NewOrder order, CheckoutForm form, Money total) {
        if (companies.role(order.placedBy(), order.customer()).orElse(null) != MemberRole.BUYER) {
            return Optional.empty();
        }
        var limit = limits.holding(order.customer(), order.placedBy());
        var spent = limit.perMonth() == null ? Money.zero(total.currency()) : limits.spent(order.customer(), order.placedBy());
        var over = limit.over(total, spent);
        if (over == null) {
            return Optional.empty();
        }
        var each = new ArrayList<Money>();
        order.lines().forEach(wish -> each.add(prices.each(wish.variant(), order.customer(), wish.quantity())));
        var left = over == Over.ORDER ? limit.perOrder() : limit.perMonth().isAtLeast(spent) ? limit.perMonth().minus(spent) : Money.zero(total.currency());
        var now = clock.instant();
        var request = requests.save(new ApprovalRequest("A-" + numbers.next("approval", 1001), order, form, total, over, left, each, now));
        events.publishEvent(new ApprovalAsked(request.id(), order.customer(), now));
        Live.changed("approvals:" + order.customer(), "approvals");
        return Optional.of(request.requested());
    }

    @Override
    public boolean isBeyond(CustomerId person, CustomerId company, Money total) {
        if (companies.role(person, company).orElse(null) != MemberRole.BUYER) {
            return false;
        }
        var limit = limits.holding(company, person);
        return limit.over(total, limit.perMonth() == null ? Money.zero(total.currency()) : limits.spent(company, person)) != null;
    }

    @Override
    public Optional<CheckoutResult.Requested> asked(UUID key, CustomerId customer) {
        return requests.findByCheckoutKeyAndCompanyId(key, customer).map(ApprovalRequest::requested);
    }
}
