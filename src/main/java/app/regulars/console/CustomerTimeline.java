package app.regulars.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.regulars.calling.Call;
import app.regulars.calling.CallDesk;
import app.regulars.calling.CallState;
import app.regulars.forum.Forum;
import app.regulars.inquiry.CustomerTalk;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.notification.OutboxDesk;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.privacy.ConsentDesk;
import app.regulars.review.Reviews;
import org.springframework.stereotype.Component;

/** Everything that happened with a customer in one line of time, asked from the modules that know it. */
@Component
class CustomerTimeline {

    private static final int MOST_OF_A_KIND = 100;
    private static final int MOST_FOUND = 500;
    private static final int GIST = 240;

    private final OrderDesk orders;
    private final InquiryDesk inquiries;
    private final CustomerTalk talk;
    private final OutboxDesk outbox;
    private final Forum forum;
    private final Reviews reviews;
    private final ConsentDesk consents;
    private final CallDesk calls;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    CustomerTimeline(OrderDesk orders, InquiryDesk inquiries, CustomerTalk talk, OutboxDesk outbox, Forum forum, ConsentDesk consents, CallDesk calls, CurrentUser user, Texts texts,
            Clock clock, Reviews reviews) {
        this.reviews = reviews;
        this.calls = calls;
        this.clock = clock;
        this.orders = orders;
        this.inquiries = inquiries;
        this.talk = talk;
        this.outbox = outbox;
        this.forum = forum;
        this.consents = consents;
        this.user = user;
        this.texts = texts;
    }

    /** Newest first, as far as the person may see it. @param kind one of the kinds, or blank for all @param words that stand in it, or blank */
    List<TimelineEntry> of(CustomerId customer, String kind, String words, Locale locale) {
        var entries = new ArrayList<TimelineEntry>();
        if ((kind.isBlank() || "orders".equals(kind)) && user.may(Permissions.ORDERS_SEE)) {
            orders.list(new OrderFilter(null, "", customer), 0, MOST_OF_A_KIND).orders().forEach(order -> entries.add(new TimelineEntry("orders", "box", "h",
                    texts.get(locale, "console.customer.order-entry", "number", order.number().value()), texts.get(locale,
                            "console.order-status." + order.status().code()), "/console/orders?order=" + order.number(),
                    Formats.money(order.total(), locale), order.placedAt())));
        }
        if ((kind.isBlank() || "talk".equals(kind)) && user.may(Permissions.INQUIRIES_SEE)) {
            inquiries.ofCustomer(customer, MOST_OF_A_KIND).forEach(inquiry -> entries.add(new TimelineEntry("talk", "talk", "h", inquiry.subject(),
                    inquiry.number() + " · " + texts.get(locale, "inquiry.status." + inquiry.status().code()),
                    "/console/inquiries?queue=all-open&open=" + inquiry.number(), null, inquiry.openedAt())));
            calls.ofCustomer(customer, words, words.isBlank() ? MOST_OF_A_KIND : MOST_FOUND).forEach(call -> entries.add(called(call, locale)));
            talk.of(customer, words, words.isBlank() ? MOST_OF_A_KIND : MOST_FOUND).forEach(said -> entries.add(said(said, locale)));
        }
        if ((kind.isBlank() || "mail".equals(kind)) && user.may(Permissions.OUTBOX_SEE)) {
            outbox.ofCustomer(customer, MOST_OF_A_KIND).forEach(message -> entries.add(new TimelineEntry("mail", "mail", "", message.subject(),
                    texts.get(locale, "notification.state." + message.state().name().toLowerCase(Locale.ROOT)),
                    "/console/outbox?open=" + message.id(), null, message.postedAt())));
        }
        if (kind.isBlank() || "forum".equals(kind)) {
            forum.ofCustomer(customer, MOST_OF_A_KIND).forEach(post -> entries.add(new TimelineEntry("forum", "forum", "", post.title(), post.excerpt(),
                    post.place().address(), null, post.at())));
        }
        if (kind.isBlank() || "reviews".equals(kind)) {
            reviews.ofCustomer(customer, MOST_OF_A_KIND).forEach(review -> entries.add(new TimelineEntry("reviews", "star", review.stars() <= 2 ? "w" : "h", review.title(),
                    texts.get(locale, "review.rating", "stars", review.stars()) + " · " + gist(review.text()), user.may(Permissions.REVIEWS_MODERATE)
                            ? "/console/reviews?show=" + review.status().code() + "&open=" + review.id() : null, null, review.at())));
        }
        if ((kind.isBlank() || "consents".equals(kind)) && user.may(Permissions.CONSENTS_SEE)) {
            consents.history(customer).stream().filter(line -> line.wording() != null).forEach(line -> entries.add(new TimelineEntry("consents",
                    line.granted() ? "check" : "x", line.granted() ? "h" : "w",
                    texts.get(locale, line.granted() ? "console.customer.consented" : "console.customer.withdrew", "what", line.wording().title()),
                    line.wording().sentence(), null, null, line.at())));
        }
        if (!words.isBlank()) {
            var asked = words.strip().toLowerCase(locale);
            entries.removeIf(entry -> !entry.found() && !(entry.title() + " " + entry.text()).toLowerCase(locale).contains(asked));
        }
        entries.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return entries;
    }

    private static String gist(String words) {
        var text = words.replaceAll("\\s+", " ").strip();
        return text.length() > GIST ? text.substring(0, GIST) + "…" : text;
    }

    private TimelineEntry called(Call call, Locale locale) {
        var state = call.state(clock.instant());
        var note = call.note() == null ? "" : call.note().replaceAll("\\s+", " ").strip();
        var how = texts.get(locale, "calling.state." + state.code()) + (call.seconds() == null ? "" : " · " + texts.get(locale, "calling.minutes", "minutes", (call.seconds() + 59) / 60));
        return new TimelineEntry("talk", "phone", state == CallState.MISSED ? "w" : "h", texts.get(locale, "calling.timeline", "how", how), note.length() > GIST ? note.substring(0, GIST) + "…" : note,
                "/console/calls?open=" + call.number(), null, call.startedAt(), true);
    }

    private TimelineEntry said(CustomerTalk.Said said, Locale locale) {
        var who = texts.get(locale, "console.customer.said." + said.kind(), Map.of("name", said.by(), "channel", said.channel() == null ? "" : texts.get(locale, "inquiry.channel." + said.channel().code())));
        var text = said.text().replaceAll("\\s+", " ").strip();
        return new TimelineEntry("talk", sign(said.channel()), "asked".equals(said.kind()) ? "h" : "", who, text.length() > GIST ? text.substring(0, GIST) + "…" : text,
                "/console/inquiries?queue=all-open&open=" + said.number(), null, said.at(), true);
    }

    /** @param channel null for a note */
    private static String sign(InquiryChannel channel) {
        return switch (channel) {
            case null -> "pen";
            case PHONE -> "phone";
            case MAIL, LETTER, FAX -> "mail";
            default -> "talk";
        };
    }
}
