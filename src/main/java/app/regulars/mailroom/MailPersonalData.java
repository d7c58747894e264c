package app.regulars.mailroom;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the mails of a person say of her. After erasure only that there was one, and when. */
@Component
class MailPersonalData implements PersonalDataSource {

    /** What was never placed hangs on its sender's address only. */
    private static final String HERS = "(customer_id = :customer or sender = (select c.email from customer c where c.id = :customer))";
    private static final String OF_HERS = "mail_id in (select id from mail_incoming where " + HERS + ")";

    @Override
    public String block() {
        return "mailroom.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("mail_incoming", HERS).blanked("''", "sender_name", "subject", "raw_hash", "body_hash")
                .blanked("null", "message_hash", "message_id", "own_text", "quoted_text", "html", "quoted_html", "reason", "next_attempt_at").blanked("0", "raw_size").blanked("''", "sender"),
                PersonalTable.of("mail_piece", OF_HERS).deleted().notInTheArchive(), PersonalTable.of("mail_file", OF_HERS).deleted().notInTheArchive(),
                PersonalTable.of("mail_thread", "inquiry_number in (select number from inquiry where customer_id = :customer)").blanked("''", "message_id").blanked("null", "recipient_hash")
                        .notInTheArchive());
    }
}
