package app.regulars.inquiry;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * How an inquiry stands: what it is about, who has it, how pressing it is, when it is looked at next, and what was done with it since it was loaded.
 * What is said in it, and how it begins and ends, is in {@link Inquiry}.
 */
@MappedSuperclass
abstract class InquiryPlace {

    /** What waits for the customer stands after everything that is due. */
    private static final Duration LAST = Duration.ofDays(60_000);
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    @Id
    UUID id;
    InquiryNumber number;
    CustomerId customerId;
    String subject;
    @Enumerated(EnumType.STRING)
    InquiryType type;
    @Enumerated(EnumType.STRING)
    Priority priority;
    @Enumerated(EnumType.STRING)
    InquiryStatus status;
    String orderNumber;
    String productHandle;
    String askedFrom;
    boolean signedIn;
    /** Which person of a company, or null. */
    CustomerId askedBy;
    StaffId assignee;
    Instant openedAt;
    Instant dueAt;
    Instant firstAnsweredAt;
    Instant closedAt;
    Instant lastMessageAt;
    String team;
    @Enumerated(EnumType.STRING)
    InquiryChannel channel;
    String language;
    Instant snoozedUntil;
    InquiryId mergedInto;
    InquiryId splitFrom;
    Integer rating;
    String ratingWords;
    Instant ratedAt;
    int minutesSpent;
    boolean inQueue;
    Instant queueAt;
    @Version
    Integer version;
    @Transient
    private List<Step> newSteps = new ArrayList<>();
    @Transient
    private UUID batch;

    @PrePersist
    @PreUpdate
    void placeInQueue() {
        inQueue = status.isOpen() && snoozedUntil == null && mergedInto == null;
        queueAt = queueAt(dueAt, lastMessageAt);
    }

    static Instant queueAt(Instant due, Instant lastMessage) {
        return due == null ? lastMessage.plus(LAST) : due;
    }

    /** @param to null for nobody */
    void assign(StaffId to, StaffId by, Instant at) {
        if (!Objects.equals(assignee, to)) {
            var before = assignee;
            assignee = to;
            step(by, to == null ? "unassigned" : "assigned", text(before), text(to), at);
        }
    }

    void prioritize(Priority to, StaffId by, Instant at) {
        if (priority != to) {
            var before = priority;
            priority = to;
            step(by, "prioritized", before.code(), to.code(), at);
        }
    }

    void retype(InquiryType to, StaffId by, Instant at) {
        if (type != to) {
            var before = type;
            type = to;
            step(by, "typed", before.code(), to.code(), at);
        }
    }

    /** One of the questions of its type was answered otherwise. @param label of the question */
    void filled(String label, String before, String value, StaffId by, Instant at) {
        step(by, "filled", before, value == null ? label : label + ": " + value, at);
    }

    /** @param to the code of a team, or null for none */
    void giveTo(String to, StaffId by, Instant at) {
        if (!Objects.equals(team, to)) {
            var before = team;
            team = to;
            step(by, "team", before, to, at);
        }
    }

    /** Given by rules; null leaves a part as it is. @return whether anything changed */
    boolean route(String to, StaffId person, Priority pressing, Explanation why, Instant at) {
        var same = (to == null || to.equals(team)) && (person == null || person.equals(assignee)) && (pressing == null || pressing == priority);
        if (same || !status.isOpen()) {
            return false;
        }
        given("routed", to, person, pressing, why, at);
        return true;
    }

    /** A promise is in danger or missed: told in the history even where nothing changes hands. */
    void escalate(String to, StaffId person, Priority pressing, Explanation why, Instant at) {
        given("escalated", to, person, pressing, why, at);
    }

    private void given(String action, String to, StaffId person, Priority pressing, Explanation why, Instant at) {
        var before = Objects.toString(team, "");
        team = to == null ? team : to;
        assignee = person == null ? assignee : person;
        priority = pressing == null ? priority : pressing;
        newSteps.add(new Step(facts(), HistoryStep.Actor.SYSTEM, null, action, before, person == null ? Objects.toString(team, "") : text(person), why, null, at));
    }

    /** Puts it away until then; it comes back by itself, or when the customer writes. */
    void snooze(Instant until, StaffId by, Instant at) {
        if (!status.isOpen()) {
            throw new Refused("inquiry.refused.done");
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST_SNOOZE))) {
            throw new Refused("inquiry.refused.snooze", "until", Map.of());
        }
        var before = snoozedUntil;
        snoozedUntil = until;
        step(by, "snoozed", text(before), until.toString(), at);
    }

    /** @param by null when it comes back by itself */
    void wake(StaffId by, Instant at) {
        if (snoozedUntil != null) {
            var before = snoozedUntil;
            snoozedUntil = null;
            step(by, "woken", text(before), null, at);
        }
    }

    void spend(int minutes) {
        minutesSpent += Math.clamp(minutes, 0, 1_440);
    }

    /** What is done from now on is one deed, which can be undone as one. */
    Inquiry within(UUID deed) {
        batch = deed;
        return (Inquiry) this;
    }

    void customerStep(String action, String before, String after, Instant at) {
        newSteps.add(new Step(facts(), HistoryStep.Actor.CUSTOMER, null, action, before, after, null, null, at));
    }

    void step(StaffId by, String action, String before, String after, Instant at) {
        newSteps.add(new Step(facts(), by == null ? HistoryStep.Actor.SYSTEM : HistoryStep.Actor.STAFF, by, action, before, after, null, batch, at));
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
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

    CustomerId askedBy() {
        return askedBy;
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
        return new InquirySummary(number, subject, status, orderNumber, productHandle, openedAt, lastMessageAt, version());
    }

    InquiryRow row(String customerName) {
        return new InquiryRow(inquiryId(), number, customerId, customerName, subject, type, priority, status, assignee, orderNumber, openedAt,
                dueAt, lastMessageAt, team, channel, language, snoozedUntil, queueAt, closedAt, version());
    }

    InquiryFacts facts() {
        return new InquiryFacts(inquiryId(), number, customerId, subject, type, priority, status, channel, language, team, assignee, orderNumber, productHandle,
                openedAt, dueAt, snoozedUntil, mergedInto, version());
    }

    Instant lastMessageAt() {
        return lastMessageAt;
    }

    InquiryId mergedInto() {
        return mergedInto;
    }

    Integer rating() {
        return rating;
    }

    String ratingWords() {
        return ratingWords;
    }

    int minutesSpent() {
        return minutesSpent;
    }

    String askedFrom() {
        return askedFrom;
    }

    String productHandle() {
        return productHandle;
    }
}
