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

    private static final String HERS = "customer_id = :customer";

    @Override
    public String block() {
        return "customer.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("customer", "id = :customer").without("acting_for").blanked("''", "name")
                .blanked("concat('erased-', :text, '@invalid')", "email").blanked("lower(number)", "search_text")
                .blanked("null", "company_name", "company_kind", "phone", "phone_tail", "preferred_channel", "occupation", "note", "contact_email", "tax_number", "acting_for",
                        "size_band", "activity", "need", "need_text"),
                PersonalTable.of("customer_address", HERS).deleted(), PersonalTable.of("customer_role", HERS),
                PersonalTable.of("customer_change", HERS).deleted(), PersonalTable.of("customer_origin", HERS).deleted(),
                PersonalTable.of("customer_stage_change", HERS).blanked("null", "note"), PersonalTable.of("customer_field_value", HERS).deleted(),
                PersonalTable.of("customer_group_member", HERS).deleted(),
                PersonalTable.of("customer_browser", HERS).deleted(), PersonalTable.of("customer_cost", HERS).deleted(),
                PersonalTable.of("company_member", "person_id = :customer").deleted(),
                PersonalTable.of("company_invitation", "email = (select c.email from customer c where c.id = :customer)").deleted().notInTheArchive());
    }

    @Override
    public int order() {
        return 0;
    }
}
