package app.regulars.incentive;

import app.regulars.account.AccountOpened;
import app.regulars.customer.CustomerDirectory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Gives what was offered to whoever opens an account, once for an address, and counts the accounts with and without. */
@Component
class WelcomeGiving {

    private final Rules rules;
    private final VoucherBook book;
    private final CustomerDirectory customers;

    WelcomeGiving(Rules rules, VoucherBook book, CustomerDirectory customers) {
        this.rules = rules;
        this.book = book;
        this.customers = customers;
    }

    @ApplicationModuleListener
    void on(AccountOpened opening) {
        if (book.knows(opening)) {
            return;
        }
        var rule = rules.at(opening.at());
        var email = customers.find(opening.customer()).map(card -> card.email()).filter(address -> address != null && !address.endsWith("@invalid"));
        book.note(opening, rule.on() && email.isPresent() && book.give(opening.customer(), email.get(), rule.worth(), opening.at()));
    }
}
