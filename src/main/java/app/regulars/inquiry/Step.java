package app.regulars.inquiry;

import java.time.Instant;
import java.util.UUID;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One line of an inquiry's history. */
@Entity
@Table(name = "inquiry_step")
class Step {

    @Id
    private UUID id;
    private InquiryId inquiryId;
    private StaffId staffId;
    private String action;
    private String detail;
    private Instant happenedAt;

    protected Step() {
    }

    Step(InquiryId inquiry, StaffId staff, String action, String detail, Instant at) {
        this.id = Ids.next();
        this.inquiryId = inquiry;
        this.staffId = staff;
        this.action = action;
        this.detail = detail;
        this.happenedAt = at;
    }

    StaffId staff() {
        return staffId;
    }

    String action() {
        return action;
    }

    String detail() {
        return detail;
    }

    Instant at() {
        return happenedAt;
    }
}
