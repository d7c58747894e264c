package app.regulars.inquiry;

import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the inquiries of a member of staff who leaves to somebody else. Resolved ones go along, for the customer can open them again;
 * closed ones change hands without a word in their history.
 */
@Component
@Transactional
class InquiryHandover implements StaffHandover {

    private static final Set<InquiryStatus> LIVING = EnumSet.complementOf(EnumSet.of(InquiryStatus.CLOSED));
    private static final Set<InquiryStatus> OPEN = EnumSet.complementOf(EnumSet.of(InquiryStatus.CLOSED, InquiryStatus.RESOLVED));

    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;

    InquiryHandover(InquiryRepository inquiries, InquiryDrawer drawer) {
        this.inquiries = inquiries;
        this.drawer = drawer;
    }

    @Override
    public String matters() {
        return "inquiry.handover";
    }

    @Override
    @Transactional(readOnly = true)
    public long count(StaffId of) {
        return inquiries.countByAssigneeAndStatusIn(of, OPEN);
    }

    @Override
    public long handOver(StaffId from, StaffId to, StaffId by, Instant at) {
        var living = inquiries.lockAssigned(from, LIVING);
        var open = living.stream().filter(inquiry -> inquiry.status().isOpen()).count();
        living.forEach(inquiry -> drawer.assign(inquiry, to, by));
        inquiries.giveAll(from, to);
        return open;
    }
}
