package app.regulars.storefront;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the shop as a customer sees it: who she is, and that somebody looked. */
@Service
@Transactional
@RolesAllowed(Permissions.CUSTOMERS_PREVIEW)
public class PreviewDesk {

    private final CustomerDirectory customers;
    private final AuditTrail audit;

    PreviewDesk(CustomerDirectory customers, AuditTrail audit) {
        this.customers = customers;
        this.audit = audit;
    }

    /** @param first whether a look begins, which is kept; the pages after it belong to the same */
    public CustomerCard open(String number, boolean first, StaffId by) {
        var card = customers.findByNumber(number).orElseThrow(NotFound::new);
        if (first) {
            audit.changed(by, "shop.viewed", "customer", card.id().value(), Change.of(card.number()).about(card.id()));
        }
        return card;
    }
}
