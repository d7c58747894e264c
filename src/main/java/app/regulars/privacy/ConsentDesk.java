package app.regulars.privacy;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: they see what a customer allows and cannot change it. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.CONSENTS_SEE)
public class ConsentDesk {

    private static final Logger log = LoggerFactory.getLogger(ConsentDesk.class);

    private final ConsentLedger ledger;
    private final ConsentLines lines;
    private final ConsentProofs proofs;
    private final LedgerCheck check;
    private final CustomerDirectory customers;
    private final AuditTrail audit;

    ConsentDesk(ConsentLedger ledger, ConsentLines lines, ConsentProofs proofs, LedgerCheck check, CustomerDirectory customers, AuditTrail audit) {
        this.ledger = ledger;
        this.lines = lines;
        this.proofs = proofs;
        this.check = check;
        this.customers = customers;
        this.audit = audit;
    }

    @RolesAllowed(Permissions.CONSENTS_SEE)
    public List<ConsentState> states(CustomerId customer, Locale locale) {
        return ledger.states(customer, locale);
    }

    @RolesAllowed(Permissions.CONSENTS_SEE)
    public List<ConsentEntry> history(CustomerId customer) {
        return ledger.history(customer);
    }

    /** A proof and whom it is about. */
    public record Sheet(CustomerCard customer, ConsentProof proof) {
    }

    /** What a customer had agreed to at the end of that day. That somebody looked is kept. @throws NotFound for an unknown number */
    @RolesAllowed(Permissions.CONSENTS_SEE)
    @Transactional
    public Sheet proof(String number, LocalDate day, Locale locale, StaffId by) {
        var card = customers.findByNumber(number).orElseThrow(NotFound::new);
        audit.changed(by, "customer.viewed", "customer", card.id().value(), Change.of(card.number()).to(Change.fields("consents", day)));
        return new Sheet(card, proofs.of(card.id(), day, locale));
    }

    /** Reads the whole ledger and says whether it is as it was written. */
    @RolesAllowed(Permissions.CONSENTS_SEE)
    @Transactional
    public LedgerCheck.Result check(StaffId by) {
        var result = check.run();
        audit.changed(by, "consents.checked", "ledger", ConsentLine.EVERYBODY.value(), Change.of(null).to(Change.fields("lines", result.lines(), "intact", result.intact(),
                "broken", result.broken(), "problem", result.problem(), "end", result.end())));
        if (!result.intact()) {
            log.error("the consent ledger is broken at line {}: {}", result.broken(), result.problem());
        }
        return result;
    }

    /** How many lines there are of each kind. */
    @RolesAllowed(Permissions.CONSENTS_SEE)
    public Map<ConsentKind, Long> counts() {
        return lines.counts();
    }
}
