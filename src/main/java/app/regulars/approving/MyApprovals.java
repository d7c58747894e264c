package app.regulars.approving;

import app.regulars.customer.Companies;
import app.regulars.customer.MemberRole;
import app.regulars.inventory.NotEnoughStock;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutResult;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.ui.Live;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The customers' door: a company's requests. Whoever answers for others sees them all, everybody else her own; her own nobody approves
 * herself.
 */
@Service
public class MyApprovals {

    private static final int MOST_PIECES = 999;

    private final ApprovalRequestRepository requests;
    private final RequestFiles files;
    private final Companies companies;
    private final Checkout checkout;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MyApprovals(ApprovalRequestRepository requests, RequestFiles files, Companies companies, Checkout checkout, TransactionTemplate transaction, ApplicationEventPublisher events,
                Clock clock) {
        this.requests = requests;
        this.files = files;
        this.companies = companies;
        this.checkout = checkout;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the person answers for what others order for the company. */
    public boolean mayDecide(CustomerId person, CustomerId company) {
        return companies.role(person, company).filter(MemberRole::mayApprove).isPresent();
    }

    /** The latest hundred, the newest first. @throws NotFound for a company she is no member of */
    public List<RequestSummary> list(CustomerId person, CustomerId company) {
        var role = companies.role(person, company).orElseThrow(NotFound::new);
        return transaction.execute(status -> files.summaries(role.mayApprove() ? requests.findTop100ByCompanyIdOrderByAskedAtDesc(company)
                : requests.findTop100ByCompanyIdAndPersonIdOrderByAskedAtDesc(company, person)));
    }

    /** How many wait for the person. */
    public long waiting(CustomerId person, CustomerId company) {
        return mayDecide(person, company) ? requests.countByCompanyIdAndStatus(company, RequestStatus.OPEN) : 0;
    }

    /** @throws NotFound if there is none, or it is not for this person to see */
    public RequestFile find(CustomerId person, CustomerId company, UUID id) {
        return transaction.execute(status -> {
            var request = requests.findByIdAndCompanyId(id, company).filter(each -> maySee(person, each)).orElseThrow(NotFound::new);
            var own = request.person().equals(person);
            return files.file(request, !own && mayDecide(person, company), own);
        });
    }

    /**
     * Orders it, by the rules and at the prices of today; once, however often it is said.
     *
     * @param seen the total that whoever approves saw
     * @throws Refused when it was decided meanwhile, or it is her own
     */
    public CheckoutResult approve(CustomerId person, CustomerId company, UUID id, Money seen) {
        try {
            return transaction.execute(status -> {
                var request = deciding(person, company, id);
                var result = checkout.place(request.order(seen));
                if (result instanceof CheckoutResult.Placed placed) {
                    decided(request, () -> request.approved(placed, person, clock.instant()));
                }
                return result;
            });
        } catch (NotEnoughStock scarce) {
            return new CheckoutResult.SoldOut(scarce.variant(), null, scarce.available());
        }
    }

    /** @param reason is told to whoever asked */
    public void decline(CustomerId person, CustomerId company, UUID id, String reason) {
        transaction.executeWithoutResult(status -> {
            var request = deciding(person, company, id);
            decided(request, () -> request.decline(reason, person, clock.instant()));
        });
    }

    /** @param quantities by the line's position; 0 takes a line out */
    public void change(CustomerId person, CustomerId company, UUID id, Map<Integer, Integer> quantities) {
        quantities.values().forEach(quantity -> {
            if (quantity < 0 || quantity > MOST_PIECES) {
                throw new Refused("ordering.quantity.many", "quantity", Map.of("most", MOST_PIECES));
            }
        });
        transaction.executeWithoutResult(status -> saved(deciding(person, company, id), request -> request.change(quantities, person, clock.instant())));
    }

    /** By whoever asked; once more changes nothing. */
    public void withdraw(CustomerId person, CustomerId company, UUID id) {
        transaction.executeWithoutResult(status -> saved(own(person, company, id), request -> {
            if (request.status() != RequestStatus.WITHDRAWN) {
                request.withdraw(person, clock.instant());
            }
        }));
    }

    /** What she asked for, to be put into the cart again. */
    public List<Prices.Wish> wishes(CustomerId person, CustomerId company, UUID id) {
        return transaction.execute(status -> own(person, company, id).wishes());
    }

    private ApprovalRequest own(CustomerId person, CustomerId company, UUID id) {
        companies.role(person, company).orElseThrow(NotFound::new);
        return requests.lock(id, company).filter(each -> each.person().equals(person)).orElseThrow(NotFound::new);
    }

    private boolean maySee(CustomerId person, ApprovalRequest request) {
        return mayDecide(person, request.company()) || request.person().equals(person) && companies.role(person, request.company()).isPresent();
    }

    private ApprovalRequest deciding(CustomerId person, CustomerId company, UUID id) {
        var request = requests.lock(id, company).filter(each -> maySee(person, each)).orElseThrow(NotFound::new);
        if (!mayDecide(person, company) || request.person().equals(person)) {
            throw new Refused("approving.refused.not-yours");
        }
        request.mustBeOpen();
        return request;
    }

    private void decided(ApprovalRequest request, Runnable deed) {
        deed.run();
        requests.save(request);
        events.publishEvent(new ApprovalDecided(request.id(), request.company(), clock.instant()));
        Live.changed("approvals:" + request.company(), "approvals");
    }

    private void saved(ApprovalRequest request, Consumer<ApprovalRequest> deed) {
        deed.accept(request);
        requests.save(request);
        Live.changed("approvals:" + request.company(), "approvals");
    }
}
