package app.regulars.returning;

import app.regulars.inventory.Inventory;
import app.regulars.ordering.SeenOrders;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to returns and complaints. Every step stands in the history of the return and of the house. */
@Service
@Transactional
@RolesAllowed(Permissions.RETURNS_SEE)
public class ReturnDesk {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");

    private final ReturnRepository returns;
    private final ReturnQueries queries;
    private final ReturnReasons reasons;
    private final ReturnCounter counter;
    private final ReturnPolicy policy;
    private final Settling settling;
    private final Exchanging exchanging;
    private final Inventory inventory;
    private final AuditTrail audit;
    private final Clock clock;
    private final SeenOrders orders;

    ReturnDesk(ReturnRepository returns, ReturnQueries queries, ReturnReasons reasons, ReturnCounter counter, ReturnPolicy policy, Settling settling, Exchanging exchanging,
               Inventory inventory, AuditTrail audit, Clock clock, SeenOrders orders) {
        this.orders = orders;
        this.returns = returns;
        this.queries = queries;
        this.reasons = reasons;
        this.counter = counter;
        this.policy = policy;
        this.settling = settling;
        this.exchanging = exchanging;
        this.inventory = inventory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that wait longest first where something is to be done, else the latest. */
    @RolesAllowed(Permissions.RETURNS_SEE)
    @Transactional(readOnly = true)
    public ReturnPage list(ReturnFilter filter, int offset, int limit) {
        return queries.page(filter, offset, limit);
    }

    @RolesAllowed(Permissions.RETURNS_SEE)
    @Transactional(readOnly = true)
    public Map<ReturnStatus, Long> counts() {
        return queries.counts();
    }

    /** All reasons, those that are offered no more as well. */
    @RolesAllowed(Permissions.RETURNS_SEE)
    @Transactional(readOnly = true)
    public List<ReturnReason> reasons() {
        return reasons.all();
    }

    /** @throws NotFound if there is none */
    @RolesAllowed(Permissions.RETURNS_SEE)
    @Transactional(readOnly = true)
    public ReturnFile find(ReturnNumber number) {
        return counter.file(found(number), true);
    }

    /** As {@link #find}, when somebody opens it; the look is written down. */
    @RolesAllowed(Permissions.RETURNS_SEE)
    public ReturnFile open(ReturnNumber number, StaffId by) {
        var file = find(number);
        audit.viewed(by, "return", file.id().value(), number.value(), file.customer());
        return file;
    }

    /** What goes back for it as it was paid, and the most that can. */
    @RolesAllowed(Permissions.RETURNS_SEE)
    @Transactional(readOnly = true)
    public Proposal proposal(ReturnNumber number) {
        return settling.proposal(found(number));
    }

    /** @param back whether the goods have to come back */
    @RolesAllowed(Permissions.RETURNS_HANDLE)
    public void approve(ReturnNumber number, boolean back, StaffId by) {
        var request = locked(number);
        var before = request.status();
        request.approve(back, policy.address(), by, clock.instant());
        done(request, by, "return.approved", change(request, before).to(Change.fields("status", request.status(), "sendBack", back)));
    }

    /** @param why the customer reads it */
    @RolesAllowed(Permissions.RETURNS_HANDLE)
    public void refuse(ReturnNumber number, String why, StaffId by) {
        var request = locked(number);
        var before = request.status();
        request.refuse(why, by, clock.instant());
        counter.release(request);
        done(request, by, "return.refused", change(request, before).because(why));
    }

    @RolesAllowed(Permissions.RETURNS_HANDLE)
    public void receive(ReturnNumber number, StaffId by) {
        var request = locked(number);
        var before = request.status();
        request.receive(by, clock.instant());
        done(request, by, "return.received", change(request, before));
    }

    /** @param condition as the form sends it @param restock whether the pieces can be sold again: they are on hand at once, with a line in the ledger of stock */
    @RolesAllowed(Permissions.RETURNS_HANDLE)
    public void inspect(ReturnNumber number, String condition, boolean restock, String remark, StaffId by) {
        var request = locked(number);
        var before = request.status();
        var found = one(GoodsCondition.values(), condition, GoodsCondition::code);
        request.inspect(found, restock, remark, by, clock.instant());
        if (restock) {
            inventory.adjust(request.variant(), request.quantity(), "returned");
        }
        done(request, by, "return.inspected", change(request, before).to(Change.fields("status", request.status(), "condition", found, "restocked", restock)));
    }

    /**
     * Decides what becomes of it.
     *
     * @param outcome as the form sends it
     * @param amount  as it was typed, for money and credit
     * @param remark  the customer reads it
     */
    @RolesAllowed(Permissions.RETURNS_SETTLE)
    public void settle(ReturnNumber number, String outcome, String amount, String remark, StaffId by) {
        var request = locked(number);
        var before = request.status();
        var how = one(Outcome.values(), outcome, Outcome::code);
        settling.settle(request, how, how == Outcome.REFUND || how == Outcome.CREDIT ? typed(amount, request.amount().currency()) : null, remark, by);
        done(request, by, "return.settled", change(request, before).to(Change.fields("status", request.status(), "outcome", how, "amount", request.amount())).because(remark));
    }

    /** What another piece costs in place of what came back. @throws Refused beside "sku" or "pieces" */
    @RolesAllowed(Permissions.RETURNS_SETTLE)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Exchange exchange(ReturnNumber number, String sku, String pieces) {
        return exchanging.look(found(number), sku, pieces);
    }

    /**
     * Orders it for the customer; again answers the order that was made.
     *
     * @param seen the total as it was shown, a plain number
     */
    @RolesAllowed(Permissions.RETURNS_SETTLE)
    public String order(ReturnNumber number, String sku, String pieces, String seen, StaffId by) {
        var request = locked(number);
        if (request.replacement() != null) {
            return request.replacement();
        }
        var order = exchanging.place(request, sku, pieces, seen);
        request.replaceWith(order, by, clock.instant());
        done(request, by, "return.replaced", Change.of(number.value()).about(request.customer()).to(Change.fields("replacement", order, "sku", sku, "pieces", pieces)));
        return order;
    }

    /** The order that replaces the goods was made. @throws Refused when there is no such order of this customer */
    @RolesAllowed(Permissions.RETURNS_SETTLE)
    public void replaceWith(ReturnNumber number, String order, StaffId by) {
        var request = locked(number);
        request.replaceWith(settling.replacement(request, order), by, clock.instant());
        done(request, by, "return.replaced", Change.of(number.value()).about(request.customer()).to(Change.fields("replacement", order)));
    }

    @RolesAllowed(Permissions.RETURNS_SETTLE)
    public void close(ReturnNumber number, StaffId by) {
        var request = locked(number);
        var before = request.status();
        request.close(by, clock.instant());
        done(request, by, "return.closed", change(request, before));
    }

    /** For staff only. */
    @RolesAllowed(Permissions.RETURNS_HANDLE)
    public void note(ReturnNumber number, String text, StaffId by) {
        var request = locked(number);
        request.remark(text, by, clock.instant());
        returns.save(request);
        audit.changed(by, "return.noted", "return", request.id().value(), Change.of(number.value()).about(request.customer()).to(Change.fields("note", text)));
    }

    private static <E extends Enum<E>> E one(E[] all, String code, Function<E, String> name) {
        for (var each : all) {
            if (name.apply(each).equals(code)) {
                return each;
            }
        }
        return null;
    }

    private static Money typed(String amount, String currency) {
        var text = amount == null ? "" : amount.replaceAll("[\\s\\u00A0\\u202F$]", "");
        if (!AMOUNT.matcher(text).matches()) {
            throw new Refused("returning.refused.number", "amount", Map.of());
        }
        return Money.of(new BigDecimal(text.replace(',', '.')), currency);
    }

    private static Change change(ReturnRequest request, ReturnStatus before) {
        return Change.of(request.number().value()).about(request.customer()).of("status", before, request.status());
    }

    private void done(ReturnRequest request, StaffId by, String action, Change change) {
        returns.save(request);
        audit.changed(by, action, "return", request.id().value(), change);
        counter.moved(request);
    }

    private ReturnRequest locked(ReturnNumber number) {
        return seen(returns.lock(number.value()));
    }

    private ReturnRequest found(ReturnNumber number) {
        return seen(returns.findByNumber(number.value()));
    }

    /** @throws NotFound where there is none, and for one of an order that she does not see */
    private ReturnRequest seen(Optional<ReturnRequest> request) {
        var there = request.orElseThrow(NotFound::new);
        orders.check(there.orderNumber().value());
        return there;
    }
}
