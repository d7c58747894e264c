package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Colleagues who are named in a note, as "@Ellen" or "@Ellen Macrae": the inquiry stands in their view until they have opened it. */
@Component
class InquiryMentions {

    private final JdbcTemplate jdbc;
    private final StaffDirectory staff;
    private final MentionLetters letters;

    InquiryMentions(JdbcTemplate jdbc, StaffDirectory staff, MentionLetters letters) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.letters = letters;
    }

    void named(Inquiry inquiry, String text, StaffId by, Instant at) {
        if (text.indexOf('@') < 0) {
            return;
        }
        var author = staff.find(by).map(StaffCard::name).orElse("");
        in(text, staff.all()).stream().filter(card -> !card.id().equals(by)).forEach(card -> {
            var mention = Ids.next();
            jdbc.update("insert into inquiry_mention (id, inquiry_id, staff_id, by_staff, named_at) values (?, ?, ?, ?, ?)", bytes(mention),
                    bytes(inquiry.inquiryId().value()), bytes(card.id().value()), bytes(by.value()), utc(at));
            letters.send(mention, inquiry, card, author);
        });
    }

    /** A given name that several have names all of them; the full one names one. */
    static List<StaffCard> in(String text, List<StaffCard> staff) {
        var words = text.toLowerCase(Locale.ROOT);
        var full = staff.stream().filter(card -> words.contains("@" + card.name().toLowerCase(Locale.ROOT))).toList();
        return staff.stream().filter(card -> full.contains(card) || full.stream().noneMatch(one -> one.givenName().equals(card.givenName()))
                && (words + " ").matches("(?s).*@" + java.util.regex.Pattern.quote(card.givenName().toLowerCase(Locale.ROOT)) + "[^\\p{L}\\p{N}].*")).toList();
    }

    void seen(InquiryId inquiry, StaffId me, Instant at) {
        jdbc.update("update inquiry_mention set seen_at = ? where inquiry_id = ? and staff_id = ? and seen_at is null", utc(at), bytes(inquiry.value()), bytes(me.value()));
    }
}
