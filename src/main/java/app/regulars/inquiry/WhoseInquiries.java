package app.regulars.inquiry;

import app.regulars.customer.Companies;
import app.regulars.customer.MemberRole;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who of a company sees whose inquiries: who answers for others sees everybody's, everybody else what they asked themselves. A customer who acts for
 * herself sees all that is hers.
 */
@Component
class WhoseInquiries {

    private final CurrentUser user;
    private final Companies companies;

    WhoseInquiries(CurrentUser user, Companies companies) {
        this.user = user;
        this.companies = companies;
    }

    /** The person who acts for that company now, or nobody. */
    Optional<CustomerId> personOf(CustomerId customer) {
        return user.get().filter(SignedIn::actsForCompany).filter(somebody -> customer.equals(somebody.customer())).map(SignedIn::person);
    }

    /** The person whose inquiries alone are seen now, or null for all of them. */
    CustomerId only(CustomerId customer) {
        return personOf(customer).filter(person -> companies.role(person, customer).filter(MemberRole::mayApprove).isEmpty()).orElse(null);
    }

    boolean sees(Inquiry inquiry) {
        var only = only(inquiry.customer());
        return only == null || only.equals(inquiry.askedBy());
    }
}
