package app.regulars.inquiry;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import app.regulars.platform.identity.StaffId;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds what staff have to do, most pressing first. */
@Component
class InquiryQueue {

    private static final Set<InquiryStatus> OPEN = EnumSet.of(InquiryStatus.OPEN, InquiryStatus.WAITING_FOR_US, InquiryStatus.WAITING_FOR_CUSTOMER);
    private static final int MOST = 200;

    private final InquiryRepository inquiries;
    private final Conversations conversations;

    InquiryQueue(InquiryRepository inquiries, Conversations conversations) {
        this.inquiries = inquiries;
        this.conversations = conversations;
    }

    List<InquiryRow> list(InquiryFilter filter, StaffId me, int page, int limit) {
        var text = filter.text() == null ? "" : filter.text().strip().toLowerCase(Locale.ROOT);
        var pattern = text.isEmpty() ? null : "%" + text.replace("\\", "").replace("%", "").replace("_", "") + "%";
        var window = PageRequest.of(page, Math.min(MOST, limit));
        return named(switch (filter.queue()) {
            case MINE -> inquiries.assignedTo(me, OPEN, pattern, window);
            case UNASSIGNED -> inquiries.unassigned(OPEN, pattern, window);
            case ALL_OPEN -> inquiries.all(OPEN, pattern, window);
            case WAITING -> inquiries.all(EnumSet.of(InquiryStatus.WAITING_FOR_CUSTOMER), pattern, window);
            case DONE -> inquiries.newest(EnumSet.complementOf(EnumSet.copyOf(OPEN)), pattern, window);
        });
    }

    List<InquiryRow> pressing(StaffId me, int limit) {
        var due = inquiries.all(EnumSet.of(InquiryStatus.OPEN, InquiryStatus.WAITING_FOR_US), null, PageRequest.of(0, MOST));
        var mine = due.stream().filter(inquiry -> inquiry.assignee() == null || inquiry.assignee().equals(me));
        var others = due.stream().filter(inquiry -> inquiry.assignee() != null && !inquiry.assignee().equals(me));
        return named(Stream.concat(mine, others).limit(limit).toList());
    }

    InquiryCounts counts(StaffId me) {
        return inquiries.counts(me, OPEN);
    }

    private List<InquiryRow> named(List<Inquiry> found) {
        var names = conversations.customerNames(found.stream().map(Inquiry::customer).toList());
        return found.stream().map(inquiry -> inquiry.row(names.getOrDefault(inquiry.customer(), ""))).toList();
    }
}
