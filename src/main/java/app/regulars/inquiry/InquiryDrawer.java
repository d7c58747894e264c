package app.regulars.inquiry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does something with an inquiry and keeps all of it: the record, what was written, the history, the news. */
@Component
class InquiryDrawer {

    private static final long FIRST_NUMBER = 2001;

    private final InquiryRecords records;
    private final Numbers numbers;
    private final Shop shop;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InquiryDrawer(InquiryRecords records, Numbers numbers, Shop shop, Clock clock, ApplicationEventPublisher events) {
        this.records = records;
        this.numbers = numbers;
        this.shop = shop;
        this.clock = clock;
        this.events = events;
    }

    /** Whether something was written with this key before. */
    boolean knows(String requestKey) {
        return records.written(requestKey);
    }

    Optional<InquiryNumber> openedBy(String requestKey, CustomerId me) {
        return records.openedBy(requestKey, me);
    }

    InquiryNumber open(CustomerId me, boolean signedIn, NewInquiry form) {
        return open(me, signedIn, form, null, null);
    }

    /** @param linked the inquiry that it names, or null @param letter it came in, or null */
    InquiryNumber open(CustomerId me, boolean signedIn, NewInquiry form, InquiryNumber linked, MailedInquiries.Letter letter) {
        var at = clock.instant();
        // checked before a number is drawn, so that a refused question leaves no gap
        Wording.subject(form.subject(), Wording.text(form.text()));
        var answers = records.answers(form);
        var number = new InquiryNumber("INQ-" + numbers.next("inquiry", FIRST_NUMBER));
        var inquiry = new Inquiry(number, me, signedIn, form, at, shop.zone());
        if (linked != null) {
            inquiry.linked(linked, at);
        }
        var question = inquiry.question(form.text(), form.requestKey()).in(letter);
        records.store(inquiry, question, form.files());
        records.keep(inquiry, answers);
        told(inquiry);
        events.publishEvent(new InquiryOpened(inquiry.inquiryId(), number, me, question.id(), at));
        return number;
    }

    void reply(Inquiry inquiry, String text, String requestKey) {
        reply(inquiry, null, text, List.of(), requestKey);
    }

    /** @param author which person of a company, or null */
    void reply(Inquiry inquiry, CustomerId author, String text, List<NewFile> along, String requestKey) {
        reply(inquiry, author, InquiryChannel.WEB, text, along, requestKey);
    }

    void reply(Inquiry inquiry, CustomerId author, InquiryChannel way, String text, List<NewFile> along, String requestKey) {
        if (knows(requestKey)) {
            return;
        }
        var at = clock.instant();
        var message = inquiry.reply(author, way, text, requestKey, at, shop.zone());
        records.store(inquiry, message, along);
        told(inquiry);
        events.publishEvent(new InquiryReplied(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), message.id(), at));
    }

    /** As {@link #reply}, but a letter opens what was closed: whoever writes it sees no page that would refuse. */
    void replyByMail(Inquiry inquiry, MailedInquiries.Letter letter) {
        if (knows(letter.requestKey())) {
            return;
        }
        var at = clock.instant();
        if (inquiry.status() == InquiryStatus.CLOSED) {
            inquiry.reopen(null, at, shop.zone());
        }
        var message = inquiry.reply(null, InquiryChannel.MAIL, letter.text(), letter.requestKey(), at, shop.zone()).in(letter);
        records.store(inquiry, message, letter.along());
        told(inquiry);
        events.publishEvent(new InquiryReplied(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), message.id(), at));
    }

    void undelivered(Inquiry inquiry, String status) {
        inquiry.undelivered(status, clock.instant());
        store(inquiry);
    }

    void close(Inquiry inquiry) {
        inquiry.close(clock.instant());
        ended(inquiry);
    }

    void answer(Inquiry inquiry, String text, InquiryStatus then, String requestKey, StaffId by) {
        answer(inquiry, text, List.of(), then, requestKey, by);
    }

    void answer(Inquiry inquiry, String text, List<NewFile> along, InquiryStatus then, String requestKey, StaffId by) {
        var at = clock.instant();
        var message = inquiry.answer(by, text, then, requestKey, at);
        records.store(inquiry, message, along);
        told(inquiry);
        events.publishEvent(new InquiryAnswered(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), message.id(), at));
        if (!inquiry.status().isOpen()) {
            events.publishEvent(new InquiryResolved(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), at));
        }
    }

    void assign(Inquiry inquiry, StaffId to, StaffId by) {
        inquiry.assign(to, by, clock.instant());
        store(inquiry);
    }

    void prioritize(Inquiry inquiry, Priority to, StaffId by) {
        inquiry.prioritize(to, by, clock.instant());
        store(inquiry);
    }

    boolean route(Inquiry inquiry, String team, StaffId to, Priority priority, Explanation why) {
        var changed = inquiry.route(team, to, priority, why, clock.instant());
        if (changed) {
            store(inquiry);
        }
        return changed;
    }

    void wake(Inquiry inquiry, StaffId by) {
        inquiry.wake(by, clock.instant());
        store(inquiry);
    }

    void sort(Inquiry inquiry, InquirySorting.Sort what, StaffId by) {
        var at = clock.instant();
        if (what.to() != null || what.unassign()) {
            inquiry.assign(what.to(), by, at);
        }
        if (what.priority() != null) {
            inquiry.prioritize(what.priority(), by, at);
        }
        if (what.type() != null) {
            inquiry.retype(what.type(), by, at);
        }
        if (what.team() != null) {
            inquiry.giveTo(what.team().isBlank() ? null : what.team(), by, at);
        }
        if (what.snooze() != null) {
            inquiry.snooze(what.snooze(), by, at);
        }
        if (what.wake()) {
            inquiry.wake(by, at);
        }
        if (what.resolve()) {
            resolve(inquiry, by);
        } else {
            store(inquiry);
        }
    }

    void merge(Inquiry inquiry, Inquiry into, StaffId by) {
        inquiry.mergeInto(into, by, clock.instant());
        store(inquiry);
        store(into);
    }

    void takeOut(Inquiry inquiry, Inquiry of, InquiryStatus was, StaffId by) {
        inquiry.takeOutOf(of, was, by, clock.instant(), shop.zone());
        store(inquiry);
        store(of);
    }

    /** One message becomes an inquiry of its own; the text stays where it was said, and stands at the beginning of the new one. */
    InquiryNumber split(Inquiry inquiry, java.util.UUID message, java.util.UUID deed, StaffId by) {
        var said = records.message(message, inquiry.inquiryId());
        var form = new NewInquiry(null, said.body(), inquiry.facts().type(), inquiry.orderNumber(), inquiry.productHandle(), WrittenText.COPY + message).from(inquiry.askedBy());
        var known = openedBy(form.requestKey(), inquiry.customer());
        if (known.isPresent()) {
            return known.get();
        }
        var at = clock.instant();
        var number = new InquiryNumber("INQ-" + numbers.next("inquiry", FIRST_NUMBER));
        var made = new Inquiry(number, inquiry.customer(), inquiry.signedIn(), form.by(inquiry.facts().channel()), at, shop.zone());
        made.within(deed).splitFrom(inquiry, by, at);
        records.store(made, made.question(form.text(), form.requestKey()));
        store(inquiry);
        told(made);
        return number;
    }

    void rejoin(Inquiry inquiry, Inquiry other, StaffId by) {
        inquiry.rejoin(other, by, clock.instant());
        store(inquiry);
        store(other);
    }

    /** @return false where somebody changed it since */
    boolean undo(Inquiry inquiry, String action, String before, String after, StaffId by) {
        var at = clock.instant();
        var facts = inquiry.facts();
        switch (action) {
            case "assigned", "unassigned" -> {
                if (!java.util.Objects.equals(after, facts.assignee() == null ? null : facts.assignee().toString())) {
                    return false;
                }
                inquiry.assign(before == null ? null : new StaffId(java.util.UUID.fromString(before)), by, at);
            }
            case "prioritized" -> {
                if (!facts.priority().code().equals(after)) {
                    return false;
                }
                inquiry.prioritize(Priority.of(before), by, at);
            }
            case "typed" -> {
                if (!facts.type().code().equals(after)) {
                    return false;
                }
                inquiry.retype(InquiryType.of(before), by, at);
            }
            case "team" -> {
                if (!java.util.Objects.equals(after, facts.team())) {
                    return false;
                }
                inquiry.giveTo(before, by, at);
            }
            case "snoozed" -> inquiry.wake(by, at);
            case "resolved" -> {
                if (facts.status() != InquiryStatus.RESOLVED) {
                    return false;
                }
                inquiry.reopen(by, at, shop.zone());
            }
            default -> {
                return false;
            }
        }
        store(inquiry);
        return true;
    }

    void rate(Inquiry inquiry, int stars, String words) {
        inquiry.rate(stars, words, clock.instant());
        store(inquiry);
    }

    void reopen(Inquiry inquiry) {
        inquiry.reopen(null, clock.instant(), shop.zone());
        store(inquiry);
    }

    void resolve(Inquiry inquiry, StaffId by) {
        inquiry.resolve(by, clock.instant());
        ended(inquiry);
    }

    void reopen(Inquiry inquiry, StaffId by) {
        inquiry.reopen(by, clock.instant(), shop.zone());
        store(inquiry);
    }

    void store(Inquiry inquiry) {
        records.store(inquiry);
        told(inquiry);
        events.publishEvent(new InquiryStepped(inquiry.inquiryId(), clock.instant()));
    }

    private void ended(Inquiry inquiry) {
        store(inquiry);
        events.publishEvent(new InquiryResolved(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), clock.instant()));
    }

    private static void told(Inquiry inquiry) {
        Live.changed("inquiries", "inquiry:" + inquiry.inquiryId(), "inquiries:" + inquiry.customer());
    }
}
