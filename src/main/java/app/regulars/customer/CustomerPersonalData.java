package app.regulars.customer;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who somebody is, and where. After erasure an empty record stays, on which the orders hang that the books need; its address is one
 * that nobody can have.
 */
@Component
class CustomerPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "customer.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("customer", "id = :customer").blanked("''", "name").blanked("concat('erased-', :text, '@invalid')", "email")
                .blanked("lower(number)", "search_text").blanked("null", "company_name", "company_kind", "phone", "preferred_channel", "occupation", "note"),
                PersonalTable.of("customer_address", "customer_id = :customer").deleted());
    }

    @Override
    public int order() {
        return 0;
    }
}
