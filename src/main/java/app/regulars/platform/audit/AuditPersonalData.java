package app.regulars.platform.audit;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What staff did to somebody's record, and who looked at it. After erasure that something was done stays, and the words go. */
@Component
class AuditPersonalData implements PersonalDataSource {

    private final AuditTrail trail;

    AuditPersonalData(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String block() {
        return "platform.audit.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("audit_entry", "customer_id = :customer").notInTheArchive());
    }

    @Override
    public void forget(CustomerId customer) {
        trail.forget(customer);
    }
}
