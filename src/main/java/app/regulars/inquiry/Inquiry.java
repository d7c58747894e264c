package app.regulars.inquiry;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * A customer's question until it is settled. Messages, notes and history are records of their own, made here, so that the
 * rules are in one place and a long conversation is not loaded to add a line.
 */
@Entity
@Table(name = "inquiry")
class Inquiry extends InquiryPlace {

    protected Inquiry() {
    }

    /** Opens it with its first message. */
    Inquiry(InquiryNumber number, CustomerId customer, boolean signedIn, NewInquiry form, Instant at, ZoneId zone) {
        this.id = InquiryId.next().value();
        this.number = number;
        this.customerId = customer;
        this.signedIn = signedIn;
        this.askedBy = form.askedBy();
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
        this.channel = form.channel();
        this.language = form.language();
        customerStep("opened", null, null, at);
    }

    /** The customer writes; a resolved inquiry is open again. */
    Message reply(String text, String requestKey, Instant at, ZoneId zone) {
        return reply(null, InquiryChannel.WEB, text, requestKey, at, zone);
    }

    /** @param author which person of a company writes, or null @param way by which it came */
    Message reply(CustomerId author, InquiryChannel way, String text, String requestKey, Instant at, ZoneId zone) {
        refuseIfClosed();
        var body = Wording.text(text);
        var before = status;
        snoozedUntil = null;
        if (dueAt == null) {
            dueAt = ResponseTarget.dueAfter(at, zone);
        }
        status = firstAnsweredAt == null ? InquiryStatus.OPEN : InquiryStatus.WAITING_FOR_US;
        closedAt = null;
        lastMessageAt = at;
        if (before == InquiryStatus.RESOLVED) {
            customerStep("reopened", before.code(), status.code(), at);
        }
        customerStep("replied", before.code(), status.code(), at);
        return new Message(inquiryId(), null, author, way, body, at, requestKey);
    }

    /** The first message, by the customer. */
    Message question(String text, String requestKey) {
        return new Message(inquiryId(), null, askedBy, channel, Wording.text(text), openedAt, requestKey);
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
        var before = status;
        dueAt = null;
        lastMessageAt = at;
        closedAt = null;
        snoozedUntil = null;
        status = InquiryStatus.WAITING_FOR_CUSTOMER;
        step(by, "answered", before.code(), status.code(), at);
        if (then == InquiryStatus.RESOLVED) {
            resolve(by, at);
        }
        return new Message(inquiryId(), by, null, InquiryChannel.WEB, body, at, requestKey);
    }

    /** Staff note something among themselves. Possible in every state. */
    Note note(StaffId by, String text, String requestKey, Instant at) {
        step(by, "noted", null, null, at);
        return new Note(inquiryId(), by, Wording.text(text), at, requestKey);
    }

    /** Goes on in another one of the same customer; what was said stays its own, so that it can be taken out again. */
    void mergeInto(Inquiry other, StaffId by, Instant at) {
        if (mergedInto != null || other.mergedInto != null || id.equals(other.id)) {
            throw new Refused("inquiry.refused.merged");
        }
        if (!customerId.equals(other.customerId)) {
            throw new Refused("inquiry.refused.other-customer");
        }
        if (askedBy() != null && other.askedBy() != null && !askedBy().equals(other.askedBy())) {
            throw new Refused("inquiry.refused.other-person");
        }
        var before = status;
        mergedInto = other.inquiryId();
        status = InquiryStatus.CLOSED;
        closedAt = at;
        step(by, "merged", before.code(), other.number.value(), at);
        other.step(by, "absorbed", before.code(), number.value(), at);
        if (before == InquiryStatus.OPEN || before == InquiryStatus.WAITING_FOR_US) {
            other.waitsForUs(dueAt);
        }
        dueAt = null;
    }

    private void waitsForUs(Instant due) {
        status = firstAnsweredAt == null ? InquiryStatus.OPEN : InquiryStatus.WAITING_FOR_US;
        closedAt = null;
        snoozedUntil = null;
        dueAt = dueAt == null || due != null && due.isBefore(dueAt) ? due : dueAt;
    }

    /** Stands alone again, as it stood before. @param was how it stood */
    void takeOutOf(Inquiry other, InquiryStatus was, StaffId by, Instant at, ZoneId zone) {
        if (!other.inquiryId().equals(mergedInto)) {
            throw new Refused("inquiry.refused.not-merged");
        }
        mergedInto = null;
        status = was;
        closedAt = was.isOpen() ? null : at;
        dueAt = was == InquiryStatus.OPEN || was == InquiryStatus.WAITING_FOR_US ? ResponseTarget.dueAfter(at, zone) : null;
        step(by, "unmerged", other.number.value(), was.code(), at);
        other.step(by, "released", number.value(), null, at);
    }

    /** A part that was made a matter of its own is none any more. What was said in it since is read in the other one. */
    void rejoin(Inquiry other, StaffId by, Instant at) {
        if (mergedInto != null || !other.inquiryId().equals(splitFrom)) {
            throw new Refused("inquiry.refused.merged");
        }
        var before = status;
        var untouched = lastMessageAt.equals(openedAt);
        mergedInto = other.inquiryId();
        status = InquiryStatus.CLOSED;
        closedAt = at;
        step(by, "rejoined", before.code(), other.number.value(), at);
        if (!untouched && (before == InquiryStatus.OPEN || before == InquiryStatus.WAITING_FOR_US)) {
            other.waitsForUs(dueAt);
        }
        dueAt = null;
    }

    /** Some of what was said in another one is a matter of its own. */
    void splitFrom(Inquiry other, StaffId by, Instant at) {
        splitFrom = other.inquiryId();
        step(by, "split", other.number.value(), number.value(), at);
        other.step(by, "split-off", number.value(), number.value(), at);
    }

    /** The customer says how it was. @param stars from 1 to 5 */
    void rate(int stars, String words, Instant at) {
        if (status.isOpen() || stars < 1 || stars > 5) {
            throw new Refused("inquiry.refused.rating", "rating", Map.of());
        }
        var before = rating;
        rating = stars;
        ratingWords = Wording.few(words);
        ratedAt = at;
        customerStep("rated", text(before), String.valueOf(stars), at);
    }

    void resolve(StaffId by, Instant at) {
        if (!status.isOpen()) {
            throw new Refused("inquiry.refused.done");
        }
        var before = status;
        status = InquiryStatus.RESOLVED;
        closedAt = at;
        dueAt = null;
        snoozedUntil = null;
        step(by, "resolved", before.code(), status.code(), at);
    }

    /** The customer needs no answer any more. */
    void close(Instant at) {
        refuseIfClosed();
        var before = status;
        status = InquiryStatus.CLOSED;
        closedAt = at;
        dueAt = null;
        snoozedUntil = null;
        customerStep("closed", before.code(), status.code(), at);
    }

    /** @param by null for the customer */
    void reopen(StaffId by, Instant at, ZoneId zone) {
        if (status.isOpen()) {
            throw new Refused("inquiry.refused.open");
        }
        if (mergedInto != null) {
            throw new Refused("inquiry.refused.merged");
        }
        var before = status;
        status = firstAnsweredAt == null ? InquiryStatus.OPEN : InquiryStatus.WAITING_FOR_US;
        closedAt = null;
        dueAt = ResponseTarget.dueAfter(at, zone);
        if (by == null) {
            customerStep("reopened", before.code(), status.code(), at);
        } else {
            step(by, "reopened", before.code(), status.code(), at);
        }
    }

    /** It came as an answer in another one, by somebody who is not known there. */
    void linked(InquiryNumber other, Instant at) {
        step(null, "linked", null, other.value(), at);
    }

    /** What we wrote did not arrive. @param code the mail server's, or empty */
    void undelivered(String code, Instant at) {
        step(null, "undelivered", null, code == null || code.isEmpty() ? null : code, at);
    }

    private void refuseIfClosed() {
        if (status == InquiryStatus.CLOSED) {
            throw new Refused("inquiry.refused.closed");
        }
    }
}
