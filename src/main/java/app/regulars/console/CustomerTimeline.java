package app.regulars.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import app.regulars.forum.Forum;
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
import org.springframework.stereotype.Component;

/** Everything that happened with a customer in one line of time, asked from the modules that know it. */
@Component
class CustomerTimeline {

    private static final int MOST_OF_A_KIND = 100;

    private final OrderDesk orders;
    private final InquiryDesk inquiries;
    private final OutboxDesk outbox;
    private final Forum forum;
    private final ConsentDesk consents;
    private final CurrentUser user;
    private final Texts texts;

    CustomerTimeline(OrderDesk orders, InquiryDesk inquiries, OutboxDesk outbox, Forum forum, ConsentDesk consents, CurrentUser user, Texts texts) {
        this.orders = orders;
        this.inquiries = inquiries;
        this.outbox = outbox;
        this.forum = forum;
        this.consents = consents;
        this.user = user;
        this.texts = texts;
    }

    /** Newest first, as far as the person may see it. @param kind one of the kinds, or blank for all */
    List<TimelineEntry> of(CustomerId customer, String kind, Locale locale) {
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
        if ((kind.isBlank() || "consents".equals(kind)) && user.may(Permissions.CONSENTS_SEE)) {
            consents.history(customer).stream().filter(line -> line.wording() != null).forEach(line -> entries.add(new TimelineEntry("consents",
                    line.granted() ? "check" : "x", line.granted() ? "h" : "w",
                    texts.get(locale, line.granted() ? "console.customer.consented" : "console.customer.withdrew", "what", line.wording().title()),
                    line.wording().sentence(), null, null, line.at())));
        }
        entries.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return entries;
    }
}
