package app.regulars.inquiry;

import java.util.List;
import java.util.Map;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.PersonalDataSource;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the inquiries know of a person: what was asked and answered. After erasure only that there was one, and when. */
@Component
class InquiryPersonalData implements PersonalDataSource {

    private static final int MOST = 10_000;

    private final InquiryRepository inquiries;
    private final Conversations conversations;

    InquiryPersonalData(InquiryRepository inquiries, Conversations conversations) {
        this.inquiries = inquiries;
        this.conversations = conversations;
    }

    @Override
    public String block() {
        return "inquiry.personal-data";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(CustomerId customer) {
        return Map.of("inquiries", conversations.forCustomer(inquiries.findByCustomerIdOrderByOpenedAt(customer, Limit.of(MOST))).stream()
                .map(each -> Map.of("number", each.inquiry().number().value(), "subject", each.inquiry().subject(), "openedAt",
                        each.inquiry().openedAt().toString(), "messages", messages(each))).toList());
    }

    private static List<Map<String, String>> messages(InquiryConversation conversation) {
        return conversation.messages().stream().map(message -> Map.of("from", message.ours() ? message.author() : "customer", "text", message.body(),
                "at", message.at().toString())).toList();
    }

    @Override
    @Transactional
    public void erase(CustomerId customer) {
        var all = inquiries.findByCustomerIdOrderByOpenedAt(customer, Limit.of(MOST)).stream().map(Inquiry::inquiryId).toList();
        if (!all.isEmpty()) {
            inquiries.forgetMessages(all);
            inquiries.forgetNotes(all);
        }
        inquiries.forgetSubjects(customer);
    }
}
