package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the forum knows of a person: what they wrote. After erasure the words stay, for those who asked, without a writer. */
@Component
class ForumPersonalData implements PersonalDataSource {

    private final HelpfulMarks marks;

    ForumPersonalData(HelpfulMarks marks) {
        this.marks = marks;
    }

    @Override
    public String block() {
        return "forum.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("forum_topic", "customer_id = :customer").blanked("null", "customer_id"),
                PersonalTable.of("forum_topic", "solved_customer = :customer").blanked("null", "solved_customer").notInTheArchive(),
                // before the posts lose their writer
                PersonalTable.of("forum_post", "customer_id = :customer").blanked("null", "customer_id"),
                PersonalTable.of("forum_post_edit", "post_id in (select id from forum_post where customer_id = :customer)").deleted(),
                PersonalTable.of("forum_helpful", "person = :customer"));
    }

    @Override
    public void forget(CustomerId customer) {
        marks.forget(customer.value());
    }
}
