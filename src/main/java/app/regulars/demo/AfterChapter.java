package app.regulars.demo;

import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.reordering.MyShoppingLists;
import app.regulars.reordering.MyStandingOrders;
import app.regulars.returning.MyReturns;
import app.regulars.returning.NewReturn;
import app.regulars.returning.ReturnDesk;
import app.regulars.returning.ReturnKind;
import app.regulars.returning.ReturnNumber;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What came back and what became of it, and what a café orders without thinking of it. */
@Component
@Order(17)
class AfterChapter implements DemoChapter {

    private static final String HANDLES = "priya";
    private static final double STANDING_SINCE_DAYS = 2.9;
    /** So that its notice is not the first thing that happens. */
    private static final int EARLIEST_DAYS = 3;
    private static final ZoneId ZONE = ZoneId.of("America/Halifax");

    private final MyReturns returns;
    private final ReturnDesk desk;
    private final MyShoppingLists lists;
    private final MyStandingOrders standing;
    private final DemoLedger ledger;

    AfterChapter(MyReturns returns, ReturnDesk desk, MyShoppingLists lists, MyStandingOrders standing, DemoLedger ledger) {
        this.returns = returns;
        this.desk = desk;
        this.lists = lists;
        this.standing = standing;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        var after = DemoFiles.after();
        for (var each : after.returns()) {
            order(story, each.person(), each.product(), story.daysAgo(each.daysAgo())).ifPresent(order -> {
                var language = Languages.of(story.data().person(each.person()).language());
                timeline.add(story.daysAgo(each.daysAgo()), each.name(), () -> ask(each, order, language).value());
                each.steps().forEach(step -> timeline.add(story.daysAgo(step.daysAgo()), each.name() + ":" + step.what(), () -> go(each, step)));
            });
        }
        var first = story.now().atZone(ZONE).toLocalDate().plusDays(EARLIEST_DAYS).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        timeline.add(story.daysAgo(STANDING_SINCE_DAYS), "standing:" + after.standing().person(), () -> stand(after.standing(), first));
    }

    /** The latest that had arrived by then; with any product where none is named. */
    static Optional<PlannedOrder> order(Story story, String person, String product, Instant by) {
        return story.orders().stream().filter(order -> order.person().equals(person) && order.deliveredAt() != null && order.deliveredAt().isBefore(by))
                .filter(order -> product == null || line(order, product) >= 0).reduce((one, later) -> later);
    }

    private static int line(PlannedOrder order, String product) {
        return order.lines().stream().map(DemoData.Line::handle).toList().indexOf(product);
    }

    private ReturnNumber ask(DemoAfter.Return each, PlannedOrder order, Locale language) {
        var me = PeopleChapter.customer(ledger, each.person());
        var number = new OrderNumber(ledger.required(order.name()));
        var kind = ReturnKind.valueOf(each.kind().toUpperCase(Locale.ROOT));
        var reason = returns.reasons(kind).stream().filter(one -> one.name().en().equals(each.reason())).findFirst().orElseThrow().id().toString();
        return returns.open(me, PeopleChapter.person(ledger, each.person()), number, new NewReturn(kind, line(order, each.product()), 1, reason, each.words(), each.wish(), List.of(),
                UUID.nameUUIDFromBytes(each.name().getBytes(StandardCharsets.UTF_8))), language);
    }

    private void go(DemoAfter.Return each, DemoAfter.Step step) {
        var number = new ReturnNumber(ledger.required(each.name()));
        var by = staff(HANDLES);
        switch (step.what()) {
            case "approved" -> desk.approve(number, true, by);
            case "sent" -> returns.sent(PeopleChapter.customer(ledger, each.person()), PeopleChapter.person(ledger, each.person()), number, step.words(), step.tracking());
            case "received" -> desk.receive(number, by);
            case "inspected" -> desk.inspect(number, step.found(), false, step.words(), by);
            case "settled" -> desk.settle(number, "refund", step.amount(), step.words(), by);
            default -> throw new IllegalArgumentException(step.what());
        }
    }

    private void stand(DemoAfter.Standing wanted, LocalDate first) {
        var me = PeopleChapter.customer(ledger, wanted.person());
        lists.all(me).stream().filter(list -> list.name().equals(wanted.list())).findFirst()
                .ifPresent(list -> standing.begin(me, PeopleChapter.person(ledger, wanted.person()), list.id(), wanted.everyWeeks(), first));
    }

    private StaffId staff(String key) {
        return PeopleChapter.staff(ledger, key);
    }
}
