package app.regulars.inquiry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
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

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final FileDrawer files;

    Conversations(InquiryRepository inquiries, MessageRepository messages, CustomerDirectory customers, StaffDirectory staff, FileDrawer files) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.customers = customers;
        this.staff = staff;
        this.files = files;
    }

    /** As the customer sees it: staff by their given name. @param sees whether a part that was made one with another may be read by whoever asks */
    List<InquiryConversation> forCustomer(Collection<Inquiry> inquiries, Predicate<Inquiry> sees) {
        var byInquiry = new LinkedHashMap<InquiryId, List<Message>>();
        inquiries.forEach(inquiry -> byInquiry.put(inquiry.inquiryId(), new java.util.ArrayList<>()));
        if (byInquiry.isEmpty()) {
            return List.of();
        }
        var home = new LinkedHashMap<InquiryId, InquiryId>();
        inquiries.forEach(inquiry -> home.put(inquiry.inquiryId(), inquiry.inquiryId()));
        this.inquiries.findByMergedIntoIn(byInquiry.keySet()).stream().filter(sees).forEach(part -> home.put(part.inquiryId(), part.mergedInto()));
        once(messages.findByInquiryIdInOrderByWrittenAtAscIdAsc(home.keySet())).forEach(message -> byInquiry.get(home.get(message.inquiry())).add(message));
        var names = staffCards(byInquiry.values().stream().flatMap(List::stream).map(Message::staff).toList());
        var people = customerNames(byInquiry.values().stream().flatMap(List::stream).map(Message::author).filter(Objects::nonNull).toList());
        var along = files.ofMessages(home.keySet());
        return inquiries.stream().map(inquiry -> new InquiryConversation(inquiry.summary(), byInquiry.get(inquiry.inquiryId()).stream()
                .map(message -> said(message, message.staff() == null ? of(people, message, null) : names.containsKey(message.staff()) ? names.get(message.staff()).givenName() : "", along))
                .toList(), inquiry.rating())).toList();
    }

    /** Where a part that stood alone is read with the rest again, what it began with stands there already. */
    private static List<Message> once(List<Message> all) {
        var ids = all.stream().map(Message::id).collect(Collectors.toSet());
        return all.stream().filter(message -> !message.repeats(ids)).toList();
    }

    /** Itself, and what became part of it; of the same customer always. */
    List<InquiryId> parts(Inquiry inquiry) {
        var parts = new java.util.ArrayList<>(List.of(inquiry.inquiryId()));
        inquiries.findByMergedInto(inquiry.inquiryId()).forEach(part -> parts.add(part.inquiryId()));
        return parts;
    }

    List<InquiryNumber> merged(Inquiry inquiry) {
        return inquiries.findByMergedInto(inquiry.inquiryId()).stream().map(Inquiry::number).toList();
    }

    /** The one that it became part of, or null. */
    InquiryNumber into(Inquiry inquiry) {
        return inquiry.mergedInto() == null ? null : inquiries.findById(inquiry.mergedInto().value()).map(Inquiry::number).orElse(null);
    }

    List<PublicMessage> forStaff(Inquiry inquiry, String customerName) {
        var parts = parts(inquiry);
        var all = once(messages.findByInquiryIdInOrderByWrittenAtAscIdAsc(parts));
        var names = staffCards(all.stream().map(Message::staff).toList());
        var people = customerNames(all.stream().map(Message::author).filter(Objects::nonNull).toList());
        var along = files.ofMessages(parts);
        return all.stream().map(message -> said(message, message.staff() == null ? of(people, message, customerName) : name(names, message.staff()), along)).toList();
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

    /** Which person of a company wrote it, where that is known. */
    private static String of(Map<CustomerId, String> people, Message message, String otherwise) {
        return message.author() == null ? otherwise : people.getOrDefault(message.author(), otherwise);
    }

    private static PublicMessage said(Message message, String author, Map<UUID, List<Attachment>> along) {
        return message.said(author).with(along.getOrDefault(message.id(), List.of()));
    }
}
