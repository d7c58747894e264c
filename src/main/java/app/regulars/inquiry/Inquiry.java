package app.regulars.inquiry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

/**
 * A customer's question until it is settled. Messages, notes and history are records of their own, made here, so that the
 * rules are in one place and a long conversation is not loaded to add a line.
 */
@Entity
@Table(name = "inquiry")
class Inquiry {

    @Id
    private UUID id;
    private InquiryNumber number;
    private CustomerId customerId;
    private String subject;
    @Enumerated(EnumType.STRING)
    private InquiryType type;
    @Enumerated(EnumType.STRING)
    private Priority priority;
    @Enumerated(EnumType.STRING)
    private InquiryStatus status;
    private String orderNumber;
    private String productHandle;
    private String askedFrom;
    private boolean signedIn;
    private StaffId assignee;
    private Instant openedAt;
    private Instant dueAt;
    private Instant firstAnsweredAt;
    private Instant closedAt;
    private Instant lastMessageAt;
    @Version
    private Integer version;
    @Transient
    private List<Step> newSteps = new ArrayList<>();

    protected Inquiry() {
    }

    /** Opens it with its first message. */
    Inquiry(InquiryNumber number, CustomerId customer, boolean signedIn, NewInquiry form, Instant at, ZoneId zone) {
        this.id = InquiryId.next().value();
        this.number = number;
        this.customerId = customer;
        this.signedIn = signedIn;
        this.subject = Wording.subject(form.subject(), Wording.text(form.text()));
        this.type = form.type() == null ? InquiryType.QUESTION : form.type();
        this.priority = Priority.NORMAL;
        this.status = InquiryStatus.OPEN;
        this.orderNumber = form.orderNumber();
        this.productHandle = form.productHandle();
        this.askedFrom = form.askedFrom();
        this.openedAt = at;
        this.lastMessageAt = at;
        this.dueAt = ResponseTarget.dueAfter(at, zone);
        step(null, "opened", null, at);
    }

    /** The customer writes; a resolved inquiry is open again. */
    Message reply(String text, String requestKey, Instant at, ZoneId zone) {
        refuseIfClosed();
        var body = Wording.text(text);
        if (status == InquiryStatus.RESOLVED) {
            step(null, "reopened", null, at);
        }
        if (dueAt == null) {
            dueAt = ResponseTarget.dueAfter(at, zone);
        }
        status = firstAnsweredAt == null ? InquiryStatus.OPEN : InquiryStatus.WAITING_FOR_US;
        closedAt = null;
        lastMessageAt = at;
        return new Message(inquiryId(), null, body, at, requestKey);
    }

    /** The first message, by the customer. */
    Message question(String text, String requestKey) {
        return new Message(inquiryId(), null, Wording.text(text), openedAt, requestKey);
    }

    /**
     * Staff answer; whoever answers what nobody has, has it.
     *
     * @param then what is expected after it: waiting for the customer, or resolved
     */
    Message answer(StaffId by, String text, InquiryStatus then, String requestKey, Instant at) {
        refuseIfClosed();
        var body = Wording.text(text);
        if (then != InquiryStatus.WAITING_FOR_CUSTOMER && then != InquiryStatus.RESOLVED) {
            throw new Refused("inquiry.refused.status");
        }
        if (assignee == null) {
            assign(by, by, at);
        }
        if (firstAnsweredAt == null) {
            firstAnsweredAt = at;
        }
        dueAt = null;
        lastMessageAt = at;
        status = InquiryStatus.WAITING_FOR_CUSTOMER;
        if (then == InquiryStatus.RESOLVED) {
            resolve(by, at);
        }
        return new Message(inquiryId(), by, body, at, requestKey);
    }

    /** Staff note something among themselves. Possible in every state. */
    Note note(StaffId by, String text, String requestKey, Instant at) {
        step(by, "noted", null, at);
        return new Note(inquiryId(), by, Wording.text(text), at, requestKey);
    }

    /** @param to null for nobody */
    void assign(StaffId to, StaffId by, Instant at) {
        if (!Objects.equals(assignee, to)) {
            assignee = to;
            step(by, to == null ? "unassigned" : "assigned", to == null ? null : to.toString(), at);
        }
    }

    void prioritize(Priority to, StaffId by, Instant at) {
        if (priority != to) {
            step(by, "prioritized", to.code(), at);
            priority = to;
        }
    }

    void resolve(StaffId by, Instant at) {
        if (!status.isOpen()) {
            throw new Refused("inquiry.refused.done");
        }
        status = InquiryStatus.RESOLVED;
        closedAt = at;
        dueAt = null;
        step(by, "resolved", null, at);
    }

    /** The customer needs no answer any more. */
    void close(Instant at) {
        if (status == InquiryStatus.CLOSED) {
            throw new Refused("inquiry.refused.closed");
        }
        status = InquiryStatus.CLOSED;
        closedAt = at;
        dueAt = null;
        step(null, "closed", null, at);
    }

    void reopen(StaffId by, Instant at, ZoneId zone) {
        if (status.isOpen()) {
            throw new Refused("inquiry.refused.open");
        }
        status = firstAnsweredAt == null ? InquiryStatus.OPEN : InquiryStatus.WAITING_FOR_US;
        closedAt = null;
        dueAt = ResponseTarget.dueAfter(at, zone);
        step(by, "reopened", null, at);
    }

    private void refuseIfClosed() {
        if (status == InquiryStatus.CLOSED) {
            throw new Refused("inquiry.refused.closed");
        }
    }

    private void step(StaffId by, String action, String detail, Instant at) {
        newSteps.add(new Step(inquiryId(), by, action, detail, at));
    }

    /** What was done since it was loaded, to be stored beside it. */
    List<Step> takeSteps() {
        var taken = List.copyOf(newSteps);
        newSteps.clear();
        return taken;
    }

    InquiryId inquiryId() {
        return new InquiryId(id);
    }

    InquiryNumber number() {
        return number;
    }

    CustomerId customer() {
        return customerId;
    }

    InquiryStatus status() {
        return status;
    }

    Priority priority() {
        return priority;
    }

    StaffId assignee() {
        return assignee;
    }

    Instant dueAt() {
        return dueAt;
    }

    String subject() {
        return subject;
    }

    String orderNumber() {
        return orderNumber;
    }

    boolean signedIn() {
        return signedIn;
    }

    int version() {
        return version == null ? 0 : version;
    }

    InquirySummary summary() {
        return new InquirySummary(number, subject, status, orderNumber, productHandle, openedAt, lastMessageAt);
    }

    InquiryRow row(String customerName) {
        return new InquiryRow(inquiryId(), number, customerId, customerName, subject, type, priority, status, assignee, orderNumber, openedAt,
                dueAt, lastMessageAt);
    }

    String askedFrom() {
        return askedFrom;
    }

    String productHandle() {
        return productHandle;
    }
}
