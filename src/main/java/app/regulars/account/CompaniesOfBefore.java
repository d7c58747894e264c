package app.regulars.account;

import app.regulars.customer.Companies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Parts the records from before there were companies. The old record stays the company's, with everything that hangs on it; the
 * person gets a record of her own and her account goes there. One at a time, and where it was cut off it goes on at the next start.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CompaniesOfBefore implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(CompaniesOfBefore.class);
    private static final int AT_ONCE = 200;

    private final Companies companies;
    private final AccountRepository accounts;
    private final TransactionTemplate transaction;

    CompaniesOfBefore(Companies companies, AccountRepository accounts, TransactionTemplate transaction) {
        this.companies = companies;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var parted = 0;
        for (var some = companies.unparted(AT_ONCE); !some.isEmpty(); some = companies.unparted(AT_ONCE)) {
            some.forEach(one -> transaction.executeWithoutResult(status -> {
                var person = companies.part(one);
                accounts.findByCustomerId(one).ifPresent(account -> account.belongsTo(person));
            }));
            parted += some.size();
        }
        if (parted > 0) {
            log.info("{} records became companies with a person of their own", parted);
        }
    }
}
