package app.regulars.search;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which visits somebody let be joined to her record. After erasure they are nobody's. */
@Component
class VisitPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "search.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("search_visit", "customer_id = :customer").deleted());
    }
}
