package app.regulars.reordering;

import app.regulars.customer.Companies;
import app.regulars.ordering.MyOrders;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: what is to be ordered every so many weeks. Pausing, skipping and stopping are one click each, and so is going on. */
@Service
@Transactional
public class MyStandingOrders {

    /** From which a rhythm is chosen, in weeks. */
    public static final List<Integer> RHYTHMS = List.of(1, 2, 3, 4, 6, 8, 12);
    private static final int MOST = 20;
    private static final int MOST_PIECES = 999;
    private static final int FURTHEST = 365;
    private static final int RUNS = 6;

    private final StandingOrders standing;
    private final ShoppingLists lists;
    private final Filling filling;
    private final Forecasts forecasts;
    private final MyOrders orders;
    private final Companies companies;
    private final Clock clock;

    MyStandingOrders(StandingOrders standing, ShoppingLists lists, Filling filling, Forecasts forecasts, MyOrders orders, Companies companies, Clock clock) {
        this.standing = standing;
        this.lists = lists;
        this.filling = filling;
        this.forecasts = forecasts;
        this.orders = orders;
        this.companies = companies;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<StandingFile> all(CustomerId me) {
        return standing.of(me).stream().map(row -> new StandingFile(filling.file(row.id(), row.name(), standing.lines(row.id()), me), row.everyWeeks(), row.nextOn(), row.isActive(),
                row.tries(), standing.runs(row.id(), RUNS).stream().map(run -> new StandingFile.Run(run.dueOn(), run.at(), run.outcome(), run.order())).toList())).toList();
    }

    /**
     * What stands on a list now is ordered every so many weeks; the list may change afterwards.
     *
     * @param first the first day, tomorrow at the earliest
     * @throws NotFound for somebody else's list
     */
    public UUID begin(CustomerId me, CustomerId person, UUID list, int everyWeeks, LocalDate first) {
        mayOrder(me, person);
        var row = lists.find(me, list).orElseThrow(NotFound::new);
        var lines = lists.lines(list);
        if (lines.isEmpty()) {
            throw new Refused("reordering.standing.empty");
        }
        if (standing.of(me).size() >= MOST) {
            throw new Refused("reordering.standing.many", Map.of("most", MOST));
        }
        var form = orders.prefilled(me);
        if (form.address() == null || form.address().line1() == null) {
            throw new Refused("reordering.standing.address");
        }
        var id = Ids.next();
        standing.add(new StandingOrders.Row(id, me, person, PersonTexts.bounded(row.name(), MyShoppingLists.LONGEST_NAME, "name"), rhythm(everyWeeks), day(first),
                StandingOrders.ACTIVE, form.shippingOption(), form.payment(), 0, null), lines, clock.instant());
        return id;
    }

    /** @param quantities by the line's position; 0 takes a line out, and those that are not named stay */
    public void change(CustomerId me, CustomerId person, UUID id, int everyWeeks, LocalDate next, Map<Integer, Integer> quantities) {
        mayOrder(me, person);
        own(me, id);
        var lines = standing.lines(id);
        var changed = new ArrayList<ShoppingLists.Line>();
        for (int i = 0; i < lines.size(); i++) {
            var pieces = quantities.getOrDefault(i, lines.get(i).quantity());
            if (pieces < 0 || pieces > MOST_PIECES) {
                throw new Refused("ordering.quantity.many", "quantity", Map.of("most", MOST_PIECES));
            }
            if (pieces > 0) {
                changed.add(lines.get(i).of(pieces, null));
            }
        }
        if (changed.isEmpty()) {
            throw new Refused("reordering.standing.empty");
        }
        standing.plan(id, rhythm(everyWeeks), day(next), clock.instant());
        standing.write(id, changed, clock.instant());
    }

    /** The next one is left out; the rhythm stays. */
    public void skip(CustomerId me, CustomerId person, UUID id) {
        mayOrder(me, person);
        var row = own(me, id);
        standing.ran(id, row.nextOn(), "skipped", null, clock.instant());
        standing.plan(id, row.everyWeeks(), row.nextOn().plusWeeks(row.everyWeeks()), clock.instant());
    }

    public void pause(CustomerId me, CustomerId person, UUID id) {
        mayOrder(me, person);
        own(me, id);
        standing.become(id, StandingOrders.PAUSED, clock.instant());
    }

    /** Goes on; where its day has passed meanwhile, with the next one of its rhythm. */
    public void resume(CustomerId me, CustomerId person, UUID id) {
        mayOrder(me, person);
        var row = standing.lock(id).filter(each -> each.customer().equals(me)).orElseThrow(NotFound::new);
        var next = row.nextOn();
        while (!next.isAfter(forecasts.today())) {
            next = next.plusWeeks(row.everyWeeks());
        }
        standing.plan(id, row.everyWeeks(), next, clock.instant());
        standing.become(id, StandingOrders.ACTIVE, clock.instant());
    }

    /** Ends it; {@link #resume} brings it back. */
    public void stop(CustomerId me, CustomerId person, UUID id) {
        mayOrder(me, person);
        own(me, id);
        standing.become(id, StandingOrders.STOPPED, clock.instant());
    }

    private StandingOrders.Row own(CustomerId me, UUID id) {
        return standing.lock(id).filter(row -> row.customer().equals(me) && !StandingOrders.STOPPED.equals(row.status())).orElseThrow(NotFound::new);
    }

    private void mayOrder(CustomerId me, CustomerId person) {
        if (!companies.mayOrder(person, me)) {
            throw new Refused("ordering.checkout.viewer");
        }
    }

    private static int rhythm(int weeks) {
        if (!RHYTHMS.contains(weeks)) {
            throw new Refused("reordering.standing.rhythm", "weeks", Map.of());
        }
        return weeks;
    }

    private LocalDate day(LocalDate typed) {
        var today = forecasts.today();
        if (typed == null || !typed.isAfter(today) || typed.isAfter(today.plusDays(FURTHEST))) {
            throw new Refused("reordering.standing.day", "next", Map.of());
        }
        return typed;
    }
}
