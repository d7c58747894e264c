package app.regulars.talking;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Live talks of a person. What she said stands in the inquiry that each becomes: that one is in her archive. After erasure nothing is left here. */
@Component
class TalkingPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "talking.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("talk", "customer_id = :customer").deleted().notInTheArchive(),
                PersonalTable.of("talk_line", "talk_id in (select id from talk where customer_id = :customer)").deleted().notInTheArchive());
    }
}
