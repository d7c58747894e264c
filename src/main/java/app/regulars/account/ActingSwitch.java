package app.regulars.account;

import app.regulars.customer.Companies;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a signed-in person act for another customer: for herself, or for a company she is a member of. */
@Service
public class ActingSwitch {

    private final Companies companies;
    private final AccountRepository accounts;
    private final Entrance entrance;

    ActingSwitch(Companies companies, AccountRepository accounts, Entrance entrance) {
        this.companies = companies;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    /**
     * Keeps the choice and answers the address to load next: the session gets a new principal and a new id there, and every page that
     * is still open ends, so that none acts for the one while it shows the other.
     *
     * @param onward where to go from there, such as "/my"
     * @throws NotFound for a company that she is no member of
     */
    @Transactional
    public String address(SignedIn me, CustomerId whom, String onward) {
        companies.actFor(me.asPerson().orElseThrow(NotFound::new), whom);
        return "/enter/" + entrance.open(accounts.findById(me.accountId()).orElseThrow(NotFound::new)) + "?continue=" + onward;
    }
}
