package app.regulars.console;

import java.util.HashMap;
import java.util.Map;

import app.regulars.calling.CallDesk;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.notification.OutboxDesk;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderStatus;
import app.regulars.platform.events.StuckEvents;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.talking.TalkDesk;
import org.springframework.stereotype.Component;

/** What waits behind the entries of the menu. */
@Component
class ConsoleCounts {

    private final InquiryDesk inquiries;
    private final CallDesk calls;
    private final TalkDesk talks;
    private final OrderDesk orders;
    private final OutboxDesk outbox;
    private final StuckEvents events;
    private final CurrentUser user;

    ConsoleCounts(InquiryDesk inquiries, CallDesk calls, TalkDesk talks, OrderDesk orders, OutboxDesk outbox, StuckEvents events, CurrentUser user) {
        this.inquiries = inquiries;
        this.calls = calls;
        this.talks = talks;
        this.orders = orders;
        this.outbox = outbox;
        this.events = events;
        this.user = user;
    }

    Map<String, Long> byPath() {
        var counts = new HashMap<String, Long>();
        if (user.may(Permissions.INQUIRIES_SEE)) {
            var waiting = inquiries.counts(user.requireStaff());
            counts.put("console/inquiries", waiting.allOpen() - waiting.waiting());
            counts.put("console/calls", calls.missed());
            counts.put("console/talks", talks.waiting(user.requireStaff()));
        }
        if (user.may(Permissions.ORDERS_SEE)) {
            counts.put("console/orders", orders.counts().getOrDefault(OrderStatus.PLACED, 0L));
        }
        if (user.may(Permissions.OUTBOX_SEE)) {
            counts.put("console/outbox", outbox.failed());
        }
        if (user.may(Permissions.SYSTEM_RUN)) {
            counts.put("console/events", events.count());
        }
        return counts;
    }
}
