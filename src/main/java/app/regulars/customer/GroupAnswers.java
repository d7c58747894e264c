package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plain entrance for the privacy module: whether a person's demographic answers may be used for groups and exports. The consent
 * itself stands in the ledger; here is only what the lists ask for, in the transaction that changed the ledger.
 */
@Service
@Transactional
public class GroupAnswers {

    /** The code of the purpose. */
    public static final String PURPOSE = "groups";

    private final CustomerRepository customers;
    private final ChangeHistory history;

    GroupAnswers(CustomerRepository customers, ChangeHistory history) {
        this.customers = customers;
        this.history = history;
    }

    /** @param since when it was agreed to, or null where it does not hold (any more) */
    public void stand(CustomerId person, Instant since) {
        customers.lock(person.value()).filter(row -> Objects.isNull(row.demographicsAt()) != Objects.isNull(since)).ifPresent(row -> {
            history.record(person, "demographics", since == null ? "yes" : "no", since == null ? "no" : "yes", ChangeActor.person(person));
            row.agreeToGroups(since);
        });
    }
}
