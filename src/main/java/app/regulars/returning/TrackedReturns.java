package app.regulars.returning;

import app.regulars.ordering.OrderFile;
import app.regulars.ordering.Tracking;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.security.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever holds an order's tracking link: the returns of that order and of no other. */
@Service
@Transactional
public class TrackedReturns {

    private static final RateLimits.Limit OPENED = RateLimits.Limit.of("returns-of-link", 10, Duration.ofHours(1));

    private final ReturnCounter counter;
    private final ReturnRepository returns;
    private final ReturnQueries queries;
    private final Tracking tracking;
    private final RateLimits limits;

    TrackedReturns(ReturnCounter counter, ReturnRepository returns, ReturnQueries queries, Tracking tracking, RateLimits limits) {
        this.counter = counter;
        this.returns = returns;
        this.queries = queries;
        this.tracking = tracking;
        this.limits = limits;
    }

    /** @throws NotFound for a link that opens no order */
    @Transactional(readOnly = true)
    public Tracking.Track order(String token) {
        return tracking.of(token).orElseThrow(NotFound::new);
    }

    /** Whether it opened an order, and does so no more. */
    @Transactional(readOnly = true)
    public boolean isOver(String token) {
        return tracking.isOver(token);
    }

    @Transactional(readOnly = true)
    public List<ReturnRow> list(String token) {
        return queries.ofOrder(file(token).summary().id());
    }

    @Transactional(readOnly = true)
    public ReturnFile find(String token, ReturnNumber number) {
        return counter.file(own(token, number), false);
    }

    @Transactional(readOnly = true)
    public List<Returnable> lines(String token) {
        return counter.lines(file(token));
    }

    /** @throws Refused in a sentence for everything the shop does not take, and for too many in an hour */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ReturnNumber open(String token, NewReturn form, Locale language) {
        var order = file(token);
        if (limits.take(OPENED, order.number().value()).isPositive()) {
            throw new Refused("returning.refused.many");
        }
        return counter.open(order, form, null, language);
    }

    public void withdraw(String token, ReturnNumber number) {
        counter.withdraw(own(token, number));
    }

    public void sent(String token, ReturnNumber number, String carrier, String parcel) {
        counter.sent(own(token, number), carrier, parcel);
    }

    private OrderFile file(String token) {
        return order(token).order();
    }

    private ReturnRequest own(String token, ReturnNumber number) {
        var order = file(token).summary().id();
        return returns.findByNumber(number.value()).filter(each -> each.order().equals(order)).orElseThrow(NotFound::new);
    }
}
