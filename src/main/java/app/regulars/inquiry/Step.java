package app.regulars.inquiry;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One line of an inquiry's history. */
@Entity
@Table(name = "inquiry_step")
class Step {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 200;

    @Id
    private UUID id;
    private InquiryId inquiryId;
    private StaffId staffId;
    private String action;
    private String detail;
    private Instant happenedAt;
    @Enumerated(EnumType.STRING)
    private HistoryStep.Actor actor;
    private String beforeValue;
    private String reasonKey;
    @Column(columnDefinition = "text")
    private String reasonValues;
    private UUID batchId;
    @Enumerated(EnumType.STRING)
    private InquiryStatus status;
    @Enumerated(EnumType.STRING)
    private Priority priority;
    @Enumerated(EnumType.STRING)
    private InquiryType type;
    private String team;

    protected Step() {
    }

    Step(InquiryFacts now, HistoryStep.Actor actor, StaffId staff, String action, String before, String after, Explanation why, UUID batch, Instant at) {
        this.id = Ids.next();
        this.inquiryId = now.id();
        this.staffId = staff;
        this.actor = actor;
        this.action = action;
        this.beforeValue = bounded(before);
        this.detail = bounded(after);
        this.reasonKey = why == null ? null : why.key();
        this.reasonValues = why == null || why.values().isEmpty() ? null : JSON.writeValueAsString(why.values());
        this.batchId = batch;
        this.status = now.status();
        this.priority = now.priority();
        this.type = now.type();
        this.team = now.team();
        this.happenedAt = at;
    }

    private static String bounded(String value) {
        return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    InquiryId inquiry() {
        return inquiryId;
    }

    StaffId staff() {
        return staffId;
    }

    String action() {
        return action;
    }

    String before() {
        return beforeValue;
    }

    String detail() {
        return detail;
    }

    Instant at() {
        return happenedAt;
    }

    Explanation why() {
        return reasonKey == null ? null : new Explanation(reasonKey, reasonValues == null ? Map.of() : JSON.readValue(reasonValues, new TypeReference<Map<String, String>>() { }));
    }

    /** What is older than the column says by whom it was where staff did it; else it was the customer. */
    HistoryStep line() {
        var by = actor != null ? actor : staffId != null ? HistoryStep.Actor.STAFF : HistoryStep.Actor.CUSTOMER;
        return new HistoryStep(action, by, staffId, beforeValue, detail, status, priority, type, team, why(), happenedAt);
    }
}
