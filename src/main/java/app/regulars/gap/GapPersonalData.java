package app.regulars.gap;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a customer asked for in vain, as copied for the list of gaps. After erasure it is gone; the next refresh finds nothing of hers either. */
@Component
class GapPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "gap.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        // what is missing may go by words of hers: others have said it otherwise, or nobody did
        return List.of(PersonalTable.of("gap", "id in (select gap_id from gap_item where customer_id = :customer and left(words, char_length(label)) = label)")
                .blanked("'…'", "label").notInTheArchive(), PersonalTable.of("gap_item", "customer_id = :customer").deleted());
    }
}
