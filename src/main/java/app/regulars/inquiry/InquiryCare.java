package app.regulars.inquiry;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for the module that sees to it that inquiries are answered in time: what there is, who has how much, what is escalated. */
@Service
public class InquiryCare {

    private static final Set<InquiryStatus> OURS = Set.of(InquiryStatus.OPEN, InquiryStatus.WAITING_FOR_US);

    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    InquiryCare(InquiryRepository inquiries, InquiryDrawer drawer, JdbcTemplate jdbc, Clock clock) {
        this.inquiries = inquiries;
        this.drawer = drawer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first message, without the subject. */
    @Transactional(readOnly = true)
    public String text(InquiryId id) {
        return jdbc.queryForList("select body from inquiry_message where inquiry_id = ? order by written_at, id limit 1", String.class, (Object) Columns.bytes(id.value())).stream()
                .findFirst().orElse("");
    }

    /** Whoever works something out about an inquiry does it one after the other, until the caller's transaction ends. */
    @Transactional
    public void hold(InquiryId id) {
        inquiries.lockById(id.value());
    }

    /** The newest that were opened since. */
    @Transactional(readOnly = true)
    public List<InquiryFacts> since(Instant since, int limit) {
        return inquiries.openedSince(since, Limit.of(limit)).stream().map(Inquiry::facts).toList();
    }

    /** How many somebody has that wait for us. */
    @Transactional(readOnly = true)
    public long load(StaffId staff) {
        return inquiries.countByAssigneeAndStatusIn(staff, OURS);
    }

    /** Writes into the history that a promise was nearly missed, or missed, and hands it over; null leaves a part as it is. Nothing happens to one that is over. */
    @Transactional
    public void escalate(InquiryId id, String team, StaffId to, Priority priority, Explanation why) {
        var inquiry = inquiries.lockById(id.value()).orElseThrow(NotFound::new);
        if (inquiry.status().isOpen()) {
            inquiry.escalate(team, to, priority, why, clock.instant());
            drawer.store(inquiry);
        }
    }
}
