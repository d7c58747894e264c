package app.regulars.privacy;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What somebody agreed to. The ledger names nobody, only a record, and stays as the proof that what was sent was allowed: an entry
 * cannot be taken out of the chain, and need not be, for the record it hangs on says nothing any more.
 */
@Component
class ConsentPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "privacy.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("consent_ledger", "customer_id = :customer or other_id = :customer").without("wording_digest", "previous_hash", "hash"),
                // the very words, which another shop does not have
                PersonalTable.of("purpose_wording", "id in (select e.wording_id from consent_ledger e where e.customer_id = :customer or e.other_id = :customer)")
                        .without("published_by"),
                PersonalTable.of("newsletter_request", "customer_id = :customer or email = (select c.email from customer c where c.id = :customer)")
                        .deleted().notInTheArchive());
    }

    @Override
    public int order() {
        return 20;
    }
}
