package app.regulars.inquiry;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for what comes by mail. Whoever calls has made sure who wrote. */
@Service
public class MailedInquiries {

    private static final int LONGEST_ID = 250;

    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;

    MailedInquiries(InquiryRepository inquiries, InquiryDrawer drawer) {
        this.inquiries = inquiries;
        this.drawer = drawer;
    }

    /** An inquiry that an answer may belong to. */
    public record Known(InquiryNumber number, CustomerId customer) {
    }

    /**
     * What somebody wrote by mail.
     *
     * @param quoted    what stood below the own words, or empty
     * @param messageId of the letter, or empty
     */
    public record Letter(String text, String quoted, List<NewFile> along, String messageId, String requestKey) {

        String externalId() {
            return messageId.isEmpty() || messageId.length() > LONGEST_ID ? null : messageId;
        }
    }

    /** The one that counts: of one that was made part of another, the other. */
    @Transactional(readOnly = true)
    public Optional<Known> find(InquiryNumber number) {
        return inquiries.findByNumber(number).map(this::goesOn).map(inquiry -> new Known(inquiry.number(), inquiry.customer()));
    }

    private Inquiry goesOn(Inquiry inquiry) {
        var last = inquiry;
        for (var steps = 0; last.mergedInto() != null && steps < 20; steps++) {
            last = inquiries.findById(last.mergedInto().value()).orElse(last);
        }
        return last;
    }

    /**
     * Opens an inquiry; the same request key opens the same one.
     *
     * @param proved    whether the sender was shown to be genuine; else it counts as asked by somebody of whom only the address is known
     * @param linked    the inquiry that the message names without belonging to it, or null
     */
    @Transactional
    public InquiryNumber open(CustomerId from, boolean proved, String subject, Locale language, InquiryNumber linked, Letter letter) {
        Objects.requireNonNull(from);
        var form = new NewInquiry(subject, letter.text(), null, null, null, letter.requestKey()).by(InquiryChannel.MAIL).in(language).carrying(letter.along());
        return drawer.openedBy(letter.requestKey(), from).orElseGet(() -> drawer.open(from, proved, form, linked, letter));
    }

    /** Writes again, as the customer; opens what is over. The same request key writes once. @throws NotFound if it is not there */
    @Transactional
    public void reply(InquiryNumber number, Letter letter) {
        drawer.replyByMail(inquiries.lock(number).orElseThrow(NotFound::new), letter);
    }

    /** Notes for staff that a message of ours did not reach the customer. @param status the server's code, such as "5.1.1", or empty */
    @Transactional
    public void undelivered(InquiryNumber number, String status) {
        inquiries.lock(number).ifPresent(inquiry -> drawer.undelivered(inquiry, status));
    }
}
