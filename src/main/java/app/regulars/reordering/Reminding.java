package app.regulars.reordering;

import app.regulars.catalog.Configuration;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Purchases;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.ContactPermission;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds: at the times people chose, and, of those who allowed it, when what they usually buy is probably running out. Of the second kind
 * a tenth of the customers is held back, always the same ones, so that it can be seen what reminders are good for; what somebody asked for
 * herself is never held back. Whether a person may still be written to is asked again at the moment of sending, by the outbox.
 */
@Component
class Reminding {

    static final String FORESEEN = "reminders";
    /** A basket's link is good for so long. */
    static final Duration GOOD_FOR = Duration.ofDays(14);
    private static final int AT_ONCE = 200;
    private static final Duration QUIET = Duration.ofDays(14);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int REGULAR = 3;
    private static final int AGAIN_AFTER = 7;
    private static final int ONE_IN = 10;
    private static final int MOST_LINES = 12;

    private final Reminders reminders;
    private final ShoppingLists lists;
    private final Forecasts forecasts;
    private final Filling filling;
    private final Letters letters;
    private final ReminderMail mail;
    private final Purchases purchases;
    private final CustomerDirectory customers;
    private final Companies companies;
    private final ObjectProvider<ContactPermission> permission;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminding(Reminders reminders, ShoppingLists lists, Forecasts forecasts, Filling filling, Letters letters, ReminderMail mail, Purchases purchases,
              CustomerDirectory customers, Companies companies, ObjectProvider<ContactPermission> permission, TransactionTemplate transaction, Clock clock) {
        this.reminders = reminders;
        this.lists = lists;
        this.forecasts = forecasts;
        this.filling = filling;
        this.letters = letters;
        this.mail = mail;
        this.purchases = purchases;
        this.customers = customers;
        this.companies = companies;
        this.permission = permission;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** At the times people chose. @return how many were written */
    int remind() {
        var written = 0;
        var today = forecasts.today();
        UUID after = null;
        List<Reminders.Row> rows;
        do {
            rows = reminders.due(today, after, AT_ONCE);
            for (var row : rows) {
                written += Boolean.TRUE.equals(transaction.execute(status -> remind(row, today))) ? 1 : 0;
            }
            after = rows.isEmpty() ? null : rows.getLast().id();
        } while (rows.size() == AT_ONCE);
        return written;
    }

    private boolean remind(Reminders.Row row, LocalDate today) {
        if (!isFor(companies, row.person(), row.customer())) {
            reminders.stop(row.id(), row.person(), clock.instant());
            return false;
        }
        var lines = row.list() == null ? List.of(new ShoppingLists.Line(row.variant(), Configuration.NONE, row.quantity(), null))
                : lists.find(row.customer(), row.list()).map(list -> lists.lines(list.id())).orElse(List.of());
        if (row.everyDays() == null) {
            var needed = needed(lines, forecasts.of(row.customer()));
            if (needed.isPresent() && needed.get().minusDays(MyReminders.AHEAD).isAfter(today)) {
                reminders.next(row, needed.get().minusDays(MyReminders.AHEAD));
                return false;
            }
        }
        if (!reminders.next(row, row.everyDays() == null ? today.plusDays(AGAIN_AFTER) : next(row, today))) {
            return false;
        }
        var name = row.list() == null ? null : lists.find(row.customer(), row.list()).map(ShoppingLists.Row::name).orElse(null);
        return write(row.customer(), row.person(), row, name, lines);
    }

    /** Whether what is ordered for that customer is the person's to see: of a company only as long as she is a member there. */
    static boolean isFor(Companies companies, CustomerId person, CustomerId customer) {
        return person.equals(customer) || companies.role(person, customer).isPresent();
    }

    private static LocalDate next(Reminders.Row row, LocalDate today) {
        var next = row.nextOn();
        while (!next.isAfter(today)) {
            next = next.plusDays(row.everyDays());
        }
        return next;
    }

    /** The first day on which something of these is probably needed, as far as they were bought before. */
    static Optional<LocalDate> needed(List<ShoppingLists.Line> lines, List<Expected> expected) {
        return expected.stream().filter(each -> lines.stream().anyMatch(line -> line.variant().equals(each.variant()))).map(Expected::on).min(LocalDate::compareTo);
    }

    /** Of those who allowed it: what is probably running out. @return how many were written */
    int foresee() {
        var written = 0;
        CustomerId after = null;
        List<CustomerId> regulars;
        do {
            regulars = purchases.regulars(clock.instant().minus(YEAR), REGULAR, after, AT_ONCE);
            for (var customer : regulars) {
                written += Boolean.TRUE.equals(transaction.execute(status -> foresee(customer))) ? 1 : 0;
            }
            after = regulars.isEmpty() ? null : regulars.getLast();
        } while (regulars.size() == AT_ONCE);
        return written;
    }

    private boolean foresee(CustomerId customer) {
        var asked = permission.getIfAvailable();
        if (asked == null || !asked.mayContact(customer, FORESEEN, "email", clock.instant()) || letters.foreseen(customer, clock.instant().minus(QUIET))) {
            return false;
        }
        var today = forecasts.today();
        var due = forecasts.of(customer).stream().filter(each -> each.times() >= REGULAR && each.basis() == Basis.OWN && each.isDue(today, MyReminders.AHEAD)
                && each.until().isBefore(today.plusDays(60))).limit(MOST_LINES).toList();
        if (due.isEmpty()) {
            return false;
        }
        return write(customer, customer, null, null,
                due.stream().map(each -> new ShoppingLists.Line(each.variant(), each.configuration(), each.quantity(), each.each())).toList());
    }

    /** Whether this customer never gets what was foreseen; the same answer for good. */
    static boolean isHeldBack(CustomerId customer) {
        return Math.floorMod(new java.util.SplittableRandom(customer.value().getLeastSignificantBits() ^ customer.value().getMostSignificantBits()).nextInt(), ONE_IN) == 0;
    }

    private boolean write(CustomerId customer, CustomerId person, Reminders.Row asked, String listName, List<ShoppingLists.Line> wanted) {
        var card = customers.find(person).orElse(null);
        var lines = new ArrayList<>(wanted);
        var file = filling.file(null, "", lines, customer);
        if (card == null || card.email() == null || file.lines().stream().noneMatch(BasketLine::canBePut)) {
            return false;
        }
        // what something costs on the day of the letter is what changes are told from
        lines.replaceAll(line -> file.lines().stream().filter(each -> line.is(each.line().variant(), each.line().configuration()) && each.line().isSold())
                .findFirst().map(each -> line.of(line.quantity(), each.line().each())).orElse(line));
        var heldBack = asked == null && isHeldBack(customer);
        var now = clock.instant();
        var letter = letters.add(customer, person, asked == null ? null : asked.id(), heldBack, lines, now, now.plus(GOOD_FOR));
        if (!heldBack) {
            mail.post(letter, card, asked == null ? card.locale() : asked.locale(), listName, file);
        }
        return !heldBack;
    }

    @org.springframework.context.annotation.Configuration
    static class Job {

        @Bean
        RecurringTask<Void> reorderReminders(Reminding reminding, ShoppingLists lists, Clock clock) {
            return Tasks.recurring("reorder-reminders", Schedules.fixedDelay(Duration.ofMinutes(20))).execute((instance, context) -> {
                reminding.remind();
                lists.forgetRemoved(clock.instant().minus(Duration.ofDays(30)));
            });
        }

        @Bean
        RecurringTask<Void> reorderForesight(Reminding reminding) {
            return Tasks.recurring("reorder-foresight", Schedules.fixedDelay(Duration.ofHours(6))).execute((instance, context) -> reminding.foresee());
        }
    }
}
