package app.regulars.inquiry;

import java.util.List;

import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Makes inquiries findable: by their customer, and by staff. Notes are in neither. Staff look among what waits, or among what is done. */
@Component
class InquirySearch {

    static final String OPEN = "inquiry:open";
    static final String DONE = "inquiry:done";

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final Conversations conversations;
    private final SearchIndex index;

    InquirySearch(InquiryRepository inquiries, MessageRepository messages, Conversations conversations, SearchIndex index) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.conversations = conversations;
        this.index = index;
    }

    @ApplicationModuleListener
    void on(InquiryOpened event) {
        put(event.inquiry());
    }

    @ApplicationModuleListener
    void on(InquiryReplied event) {
        put(event.inquiry());
    }

    @ApplicationModuleListener
    void on(InquiryAnswered event) {
        put(event.inquiry());
    }

    @ApplicationModuleListener
    void on(InquiryStepped event) {
        put(event.inquiry());
    }

    private void put(InquiryId id) {
        // news of one inquiry may arrive twice in the same moment, and a document can be put in only once
        var inquiry = inquiries.lockById(id.value()).orElseThrow();
        var said = String.join("\n\n", messages.findByInquiryIdOrderByWrittenAtAscIdAsc(id).stream().map(Message::body).toList());
        var number = inquiry.number().value();
        var name = conversations.customerNames(List.of(inquiry.customer())).getOrDefault(inquiry.customer(), "");
        var about = inquiry.orderNumber() == null ? "" : " " + inquiry.orderNumber();
        index.put(List.of(
                new SearchDocument("inquiry", number, null, InquiryAudience.ofDocument(inquiry.customer(), inquiry.askedBy()), inquiry.subject(), number + about, said,
                        "/my/inquiries/" + number, List.of(), 1),
                new SearchDocument("inquiry", number + "#staff", null, "staff", inquiry.subject(), number + about + " " + name, said,
                        "/console/inquiries?open=" + number, place(inquiry.row(name)), 1)));
    }

    private static List<String> place(InquiryRow row) {
        return row.status().isOpen() ? row.snoozedUntil() == null ? List.of(OPEN) : List.of() : List.of(DONE);
    }
}
