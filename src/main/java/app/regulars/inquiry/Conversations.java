package app.regulars.inquiry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import org.springframework.stereotype.Component;

/** Reads what was said, with the names of who said it. Knows messages only; notes are read by the staff's door. */
@Component
class Conversations {

    private final MessageRepository messages;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;

    Conversations(MessageRepository messages, CustomerDirectory customers, StaffDirectory staff) {
        this.messages = messages;
        this.customers = customers;
        this.staff = staff;
    }

    /** As the customer sees it: staff by their given name. */
    List<InquiryConversation> forCustomer(Collection<Inquiry> inquiries) {
        var byInquiry = new LinkedHashMap<InquiryId, List<Message>>();
        inquiries.forEach(inquiry -> byInquiry.put(inquiry.inquiryId(), new java.util.ArrayList<>()));
        if (byInquiry.isEmpty()) {
            return List.of();
        }
        messages.findByInquiryIdInOrderByWrittenAtAscIdAsc(byInquiry.keySet()).forEach(message -> byInquiry.get(message.inquiry()).add(message));
        var names = staffCards(byInquiry.values().stream().flatMap(List::stream).map(Message::staff).toList());
        return inquiries.stream().map(inquiry -> new InquiryConversation(inquiry.summary(), byInquiry.get(inquiry.inquiryId()).stream()
                .map(message -> said(message, message.staff() == null ? null : names.containsKey(message.staff()) ? names.get(message.staff()).givenName() : "")).toList())).toList();
    }

    List<PublicMessage> forStaff(Inquiry inquiry, String customerName) {
        var all = messages.findByInquiryIdOrderByWrittenAtAscIdAsc(inquiry.inquiryId());
        var names = staffCards(all.stream().map(Message::staff).toList());
        return all.stream().map(message -> said(message, message.staff() == null ? customerName : name(names, message.staff()))).toList();
    }

    Map<StaffId, StaffCard> staffCards(Collection<StaffId> ids) {
        var known = ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return known.isEmpty() ? Map.of() : staff.cards(known);
    }

    /** The name of each customer, or of nobody. */
    Map<CustomerId, String> customerNames(Collection<CustomerId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return customers.cards(ids.stream().distinct().toList()).values().stream()
                .collect(Collectors.toMap(card -> card.id(), card -> card.displayName()));
    }

    /** The full name, for colleagues; nothing for nobody. */
    static String name(Map<StaffId, StaffCard> cards, StaffId id) {
        var card = id == null ? null : cards.get(id);
        return card == null ? "" : card.name();
    }

    private static PublicMessage said(Message message, String author) {
        return new PublicMessage(message.id(), message.staff(), author, message.body(), message.at());
    }
}
