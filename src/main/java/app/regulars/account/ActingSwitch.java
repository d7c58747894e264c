package app.regulars.account;

import app.regulars.customer.Companies;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import org.springframework.stereotype.Service;

/** Lets a signed-in person act for another customer: for herself, or for a company she is a member of. */
@Service
public class ActingSwitch {

    private final Companies companies;

    ActingSwitch(Companies companies) {
        this.companies = companies;
    }

    /**
     * Keeps the choice and answers the address to load next, where the session learns of it.
     *
     * @param onward where to go from there, such as "/my"
     * @throws NotFound for a company that she is no member of
     */
    public String address(SignedIn me, CustomerId whom, String onward) {
        companies.actFor(me.asPerson().orElseThrow(NotFound::new), whom);
        return "/act?continue=" + onward;
    }
}
