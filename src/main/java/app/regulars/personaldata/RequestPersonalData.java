package app.regulars.personaldata;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody asked about her data. After erasure that it was asked and answered in time stays, as the law wants it shown. */
@Component
class RequestPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "personaldata.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("privacy_request", "customer_id = :customer").blanked("null", "name", "email").blanked("''", "words"),
                PersonalTable.of("privacy_request_step", "request_id in (select id from privacy_request where customer_id = :customer)").blanked("null", "detail"));
    }
}
