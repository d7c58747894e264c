package app.regulars.contracting;

import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to whoever looks after a contract, once for each end, before the last day to decide what comes after it. */
@Component
class ContractReminders {

    private final ContractRepository contracts;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final PublicAddress address;
    private final Shop shop;
    private final Clock clock;

    ContractReminders(ContractRepository contracts, CustomerDirectory customers, StaffDirectory staff, Notifications notifications, Templates templates, Texts texts,
              TransactionTemplate transaction, PublicAddress address, Shop shop, Clock clock) {
        this.contracts = contracts;
        this.customers = customers;
        this.staff = staff;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.transaction = transaction;
        this.address = address;
        this.shop = shop;
        this.clock = clock;
    }

    /** @return how many owners were written to */
    int remind() {
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        var told = 0;
        for (var number : contracts.due(today)) {
            told += Boolean.TRUE.equals(transaction.execute(status -> remind(number))) ? 1 : 0;
        }
        return told;
    }

    private boolean remind(String number) {
        var now = clock.instant();
        var today = now.atZone(shop.zone()).toLocalDate();
        var contract = contracts.lock(number).orElseThrow();
        if (!contract.remind(today, now)) {
            return false;
        }
        contracts.save(contract);
        var file = contract.file(today, java.util.List.of(), true);
        // of somebody who left nobody reads the mail; the list and the desk's first page still say it
        return staff.access(file.owner()).flatMap(working -> staff.find(file.owner())).map(owner -> post(file, owner)).orElse(false);
    }

    private boolean post(ContractFile file, StaffCard owner) {
        var language = owner.locale();
        var customer = customers.find(file.customer()).map(card -> card.displayName()).orElse("");
        var subject = texts.get(language, "contracting.mail.subject", "number", file.number().value(), "day", Formats.longDate(file.decideOn(), language));
        notifications.post(new OutgoingMail("contract-due:" + file.id() + ":" + file.endsOn(), "contract.due", null, null, owner.email(), language, subject,
                templates.render("contracting/mail.jte", language, Map.of("file", file, "title", subject, "name", owner.givenName(), "customer", customer,
                        "link", address.of("/console/contracts/" + file.number())))));
        return true;
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> contractRemindersJob(ContractReminders reminding) {
            return Tasks.recurring("contract-reminders", Schedules.fixedDelay(Duration.ofHours(1))).execute((instance, context) -> reminding.remind());
        }
    }
}
