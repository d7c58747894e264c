package app.regulars.returning;

import app.regulars.ordering.OrderFile;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.ui.Live;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes returns and complaints in, for whoever may open them; always in the transaction of a door that has asked whose order it is. */
@Component
class ReturnCounter {

    static final int MOST_PICTURES = 4;
    private static final long FIRST_NUMBER = 1001;

    private final ReturnRepository returns;
    private final ReturnReasons reasons;
    private final LineClaims claims;
    private final ReturnPictures pictures;
    private final ReturnPolicy policy;
    private final CreditBook credits;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReturnCounter(ReturnRepository returns, ReturnReasons reasons, LineClaims claims, ReturnPictures pictures, ReturnPolicy policy, CreditBook credits, Numbers numbers,
                  ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.returns = returns;
        this.reasons = reasons;
        this.claims = claims;
        this.pictures = pictures;
        this.policy = policy;
        this.credits = credits;
        this.numbers = numbers;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Returnable> lines(OrderFile order) {
        var taken = claims.of(order.summary().id());
        var found = new ArrayList<Returnable>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            var there = Arrived.sent(order, i);
            var left = Math.max(0, there - taken.getOrDefault(i, 0));
            var here = Math.max(0, Arrived.arrived(order, i) - taken.getOrDefault(i, 0));
            found.add(new Returnable(i, line.sku(), line.name(), line.options(), line.art(), line.backdrop(), there, left, here, policy.returnTill(order),
                    here > 0 && policy.mayReturn(order), left > 0 && policy.mayComplain(order)));
        }
        return found;
    }

    /**
     * Opens it; the same key opens the same one. Runs outside of the caller's transaction: the number is drawn on a connection of its own, and many
     * who hold one already would wait for each other's second.
     *
     * @param by the person, or null for whoever holds the order's link
     */
    ReturnNumber open(OrderFile order, NewReturn form, CustomerId by, Locale language) {
        var known = returns.findByRequestKey(form.key());
        if (known.isPresent()) {
            return known.filter(own -> own.order().equals(order.summary().id())).orElseThrow(NotFound::new).number();
        }
        if (form.line() < 0 || form.line() >= order.lines().size()) {
            throw new NotFound();
        }
        if (form.kind() == ReturnKind.COMPLAINT ? !policy.mayComplain(order) : !policy.mayReturn(order)) {
            throw form.kind() == ReturnKind.COMPLAINT ? new Refused("returning.refused.complaint-over", Map.of("days", policy.complaintDays()))
                    : Arrived.at(order) == null ? new Refused("returning.refused.not-delivered") : new Refused("returning.refused.over", Map.of("days", policy.days()));
        }
        if (form.pictures().size() > MOST_PICTURES) {
            throw new Refused("media.refused.pictures", Map.of("most", MOST_PICTURES));
        }
        var line = lines(order).get(form.line());
        var reason = reasons.offered(form.kind()).stream().filter(each -> each.id().toString().equals(form.reason())).findFirst()
                .orElseThrow(() -> new Refused("returning.refused.reason", "reason", Map.of()));
        var request = new ReturnRequest(form, order, form.kind() == ReturnKind.RETURN ? line.here() : line.left(), reason, wish(form.wish()), by, language, clock.instant());
        request.number(new ReturnNumber("RT-" + numbers.next("return", FIRST_NUMBER)));
        transaction.executeWithoutResult(status -> keep(request, form, line.delivered()));
        return request.number();
    }

    private void keep(ReturnRequest request, NewReturn form, int most) {
        if (!claims.claim(request.order(), request.line(), request.quantity(), most)) {
            throw new Refused("returning.refused.none-left", "quantity", Map.of());
        }
        returns.saveAndFlush(request);
        pictures.add(request.id(), form.pictures());
        moved(request);
    }

    private static Wish wish(String code) {
        for (var wish : Wish.values()) {
            if (wish.code().equals(code)) {
                return wish;
            }
        }
        throw new Refused("returning.refused.wish", "wish", Map.of());
    }

    /** Takes it back, and the pieces can be asked for anew. */
    void withdraw(ReturnRequest request) {
        request.withdraw(clock.instant());
        release(request);
        returns.save(request);
        moved(request);
    }

    void sent(ReturnRequest request, String carrier, String tracking) {
        request.send(carrier, tracking, null, clock.instant());
        returns.save(request);
        moved(request);
    }

    void release(ReturnRequest request) {
        claims.release(request.order(), request.line(), request.quantity());
    }

    void moved(ReturnRequest request) {
        events.publishEvent(new ReturnMoved(request.id(), request.number(), request.customer(), request.status(), clock.instant()));
        Live.changed("returns", "returns:" + request.customer(), "returns-of:" + request.order());
    }

    ReturnFile file(ReturnRequest request, boolean forStaff) {
        return request.file(reasons.get(request.reason()), credits.of(request.id()).orElse(null), pictures.of(request.id()), forStaff);
    }

    List<ReturnReason> offered(ReturnKind kind) {
        return reasons.offered(kind);
    }
}
