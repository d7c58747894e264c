package app.regulars.reordering;

import app.regulars.catalog.Catalog;
import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a month and a week before something ends that was bought for a time, to those who allowed reminders. */
@Component
class TermReminding {

    private static final int MONTH_BEFORE = 30;
    private static final int WEEK_BEFORE = 7;
    private static final int AT_ONCE = 500;

    private final RunningTerms terms;
    private final Catalog catalog;
    private final CustomerDirectory customers;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;
    private final Forecasts forecasts;
    private final ObjectProvider<ContactPermission> permission;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TermReminding(RunningTerms terms, Catalog catalog, CustomerDirectory customers, Notifications notifications, Templates templates, Texts texts, PublicAddress address,
                  Forecasts forecasts, ObjectProvider<ContactPermission> permission, TransactionTemplate transaction, Clock clock) {
        this.terms = terms;
        this.catalog = catalog;
        this.customers = customers;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
        this.forecasts = forecasts;
        this.permission = permission;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many letters were written */
    int remind() {
        var today = forecasts.today();
        var now = clock.instant();
        return transaction.execute(status -> write("month", terms.ending(today, today.plusDays(MONTH_BEFORE), null, AT_ONCE), now)
                + write("week", terms.ending(today, today.plusDays(WEEK_BEFORE), now.minus(Duration.ofDays(WEEK_BEFORE + 1L)), AT_ONCE), now));
    }

    private int write(String which, List<RunningTerms.Row> rows, Instant now) {
        var asked = permission.getIfAvailable();
        var known = catalog.variants(rows.stream().map(RunningTerms.Row::variant).distinct().toList());
        var written = 0;
        for (var row : rows) {
            var person = customers.find(row.person()).orElse(null);
            var variant = known.get(row.variant());
            if (asked == null || person == null || person.email() == null || variant == null || !asked.mayContact(row.person(), Reminding.FORESEEN, "email", now)) {
                continue;
            }
            terms.reminded(row.id(), now);
            var locale = person.locale();
            var name = variant.name().in(locale);
            var subject = texts.get(locale, "reordering.mail.term.subject", "name", name);
            var model = new HashMap<String, Object>();
            model.put("title", subject);
            model.put("kind", "term");
            model.put("name", name);
            model.put("day", row.endsOn());
            model.put("file", null);
            model.put("outcome", "");
            model.put("last", false);
            model.put("address", address.of("/my/standing"));
            notifications.post(new OutgoingMail("term-" + which + ":" + row.id(), "reordering.term", Reminding.FORESEEN, row.person(), person.email(), locale, subject,
                    templates.render("reordering/standing-mail.jte", locale, model)));
            written++;
        }
        return written;
    }

    @org.springframework.context.annotation.Configuration
    static class Job {

        @Bean
        RecurringTask<Void> termRemindersJob(TermReminding reminding) {
            return Tasks.recurring("term-reminders", Schedules.fixedDelay(Duration.ofHours(4))).execute((instance, context) -> reminding.remind());
        }
    }
}
