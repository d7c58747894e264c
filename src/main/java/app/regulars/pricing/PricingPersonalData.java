package app.regulars.pricing;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What was agreed with a person on prices. What orders were charged stays, as tax law asks, without free words; what only helped to charge
 * the next one goes.
 */
@Component
class PricingPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "pricing.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("price_list_audience", "audience_id = :customer").deleted().notInTheArchive(),
                PersonalTable.of("customer_terms", "audience_id = :customer").deleted(),
                PersonalTable.of("price_exception", "customer_id = :customer").blanked("''", "reason").notInTheArchive(),
                PersonalTable.of("tax_exemption", "customer_id = :customer"),
                PersonalTable.of("promotion_use", "customer_id = :customer").notInTheArchive(),
                PersonalTable.of("promotion_count", "customer_id = :customer").deleted().notInTheArchive(),
                // what was made for her alone ends with her
                PersonalTable.of("promotion", "audience_id = :customer").blanked("false", "active").notInTheArchive(),
                PersonalTable.of("price_explanation", "order_id in (select id from sales_order where customer_id = :customer)").deleted().notInTheArchive());
    }
}
