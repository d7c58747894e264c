package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: they see what a customer allows and cannot change it. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.STAFF)
public class ConsentDesk {

    private final ConsentLedger ledger;

    ConsentDesk(ConsentLedger ledger) {
        this.ledger = ledger;
    }

    @RolesAllowed(Roles.STAFF)
    public List<ConsentState> states(CustomerId customer, Locale locale) {
        return ledger.states(customer, locale);
    }

    @RolesAllowed(Roles.STAFF)
    public List<ConsentEntry> history(CustomerId customer) {
        return ledger.history(customer);
    }
}
