package app.regulars.importing;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Under which address somebody was brought in from a file, so that the same file may come again. */
@Component
class ImportPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "importing.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("import_record", "kind = 'customers' and record_key = (select c.email from customer c where c.id = :customer)")
                .deleted().notInTheArchive());
    }
}
