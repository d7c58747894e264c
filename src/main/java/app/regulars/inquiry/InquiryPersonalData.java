package app.regulars.inquiry;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import app.regulars.search.SearchIndex;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the inquiries know of a person: what was asked and answered. After erasure only that there was one, and when. */
@Component
class InquiryPersonalData implements PersonalDataSource {

    private static final String MINE = "inquiry_id in (select id from inquiry where customer_id = :customer)";

    private final JdbcTemplate jdbc;
    private final SearchIndex index;

    InquiryPersonalData(JdbcTemplate jdbc, SearchIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    @Override
    public String block() {
        return "inquiry.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("inquiry", "customer_id = :customer").blanked("''", "subject").blanked("null", "rating_words"),
                PersonalTable.of("inquiry_message", MINE).blanked("''", "body").blanked("null", "quoted"),
                PersonalTable.of("inquiry_file", MINE).deleted(), PersonalTable.of("inquiry_answer", MINE).deleted(),
                PersonalTable.of("inquiry_note_file", MINE).deleted().notInTheArchive(),
                PersonalTable.of("inquiry_note", MINE).blanked("''", "body").notInTheArchive(),
                PersonalTable.of("inquiry_presence", MINE).notInTheArchive(), PersonalTable.of("inquiry_mention", MINE).notInTheArchive(),
                PersonalTable.of("inquiry_step", MINE).blanked("null", "detail", "before_value", "reason_values").notInTheArchive());
    }

    @Override
    public void forget(CustomerId customer) {
        jdbc.queryForList("select number from inquiry where customer_id = ?", String.class, Columns.bytes(customer.value())).forEach(number -> {
            index.remove("inquiry", number);
            index.remove("inquiry", number + "#staff");
        });
    }
}
