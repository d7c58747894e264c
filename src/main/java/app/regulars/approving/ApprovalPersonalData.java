package app.regulars.approving;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A request goes with whoever asked, or with the company; the order that it became stays by its own rule. */
@Component
class ApprovalPersonalData implements PersonalDataSource {

    private static final String HERS = "person_id = :customer or company_id = :customer";
    private static final String OF_HERS = "request_id in (select id from approval_request where " + HERS + ")";

    @Override
    public String block() {
        return "approving.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("approval_request", HERS).deleted(), PersonalTable.of("approval_request_line", OF_HERS).deleted(),
                PersonalTable.of("approval_request_code", OF_HERS).deleted(), PersonalTable.of("approval_request_moment", OF_HERS).deleted(),
                PersonalTable.of("spending_limit", "company_id = :customer or person_key = :text").deleted());
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks approvalRequestsOfCompanies(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "approvals", "approval_request", "company_id", true, null);
        }

        @Bean
        CustomerLinks approvalRequestsOfPeople(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "own-approvals", "approval_request", "person_id", true, null).personal();
        }
    }
}
