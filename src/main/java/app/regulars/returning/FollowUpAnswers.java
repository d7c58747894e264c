package app.regulars.returning;

import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever holds the link of the question after a delivery: answers once, and learns nothing of the order. */
@Service
@Transactional
public class FollowUpAnswers {

    /** Up to here an answer is a bad one and opens an inquiry. */
    public static final int BAD = 2;
    public static final int BEST = 5;

    private final FollowUpBook book;
    private final MyInquiries inquiries;
    private final Texts texts;
    private final Clock clock;

    FollowUpAnswers(FollowUpBook book, MyInquiries inquiries, Texts texts, Clock clock) {
        this.book = book;
        this.inquiries = inquiries;
        this.texts = texts;
        this.clock = clock;
    }

    /** How the question behind a link stands. @param given the rating, or 0 while none was @param over whether it is too late to answer */
    public record Asked(int given, boolean over) {
    }

    /** @throws NotFound for a link that asks nothing */
    @Transactional(readOnly = true)
    public Asked look(String token) {
        var row = row(token);
        return row.rating() != null ? new Asked(row.rating(), false) : new Asked(0, !row.expiresAt().isAfter(clock.instant()));
    }

    /**
     * Takes the answer; the first one counts, and none counts after the link is over.
     *
     * @param rating from 1 to 5 as the form sends it
     * @throws Refused beside "rating" or "words"
     */
    public void answer(String token, String rating, String words, Locale language) {
        var row = row(token);
        if (rating == null || !rating.matches("[1-5]")) {
            throw new Refused("returning.after.refused", "rating", Map.of());
        }
        var said = Said.words(words, false);
        var stars = Integer.parseInt(rating);
        if (!book.answer(row.id(), stars, said, clock.instant()) || stars > BAD) {
            return;
        }
        var text = texts.get(language, "returning.after.inquiry", "rating", stars, "best", BEST) + (said.isEmpty() ? "" : "\n\n" + said);
        book.opened(row.id(), inquiries.ask(row.customer(), new NewInquiry(texts.get(language, "returning.after.inquiry.subject"), text, InquiryType.COMPLAINT,
                row.order().value(), null, row.id().toString())).value());
    }

    private FollowUpBook.Row row(String token) {
        if (token == null || !token.matches("[A-Za-z0-9_-]{20,60}")) {
            throw new NotFound();
        }
        return book.byToken(Secrets.hash(token)).orElseThrow(NotFound::new);
    }
}
