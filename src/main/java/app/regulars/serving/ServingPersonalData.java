package app.regulars.serving;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** How inquiries of a person were measured and routed. After erasure the figures stay, what was read goes. */
@Component
class ServingPersonalData implements PersonalDataSource {

    private static final String MINE = "inquiry_id in (select id from inquiry where customer_id = :customer)";

    @Override
    public String block() {
        return "serving.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("serving_fact", MINE), PersonalTable.of("serving_target", MINE).notInTheArchive(), PersonalTable.of("serving_watch", MINE).notInTheArchive(),
                PersonalTable.of("serving_escalation", MINE).blanked("''", "done").notInTheArchive(),
                PersonalTable.of("serving_decision", "customer_id = :customer").blanked("''", "inputs", "result"));
    }

    /** After the inquiries that its rows hang on when read, and before them when forgotten. */
    @Override
    public int order() {
        return 110;
    }
}
