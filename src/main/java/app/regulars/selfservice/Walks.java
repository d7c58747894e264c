package app.regulars.selfservice;

import app.regulars.platform.shop.Shop;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Told of what is shown and done on customers' pages, counts how far each flow is walked. Which steps belong together only the session
 * of the live page knows, which is there anyway; it holds no more than steps and times, and ends with it. No cookie, nobody's name, nothing to withdraw.
 */
@Service
public class Walks {

    private static final String TRAIL = Walks.class.getName();

    private final WalkCounts counts;
    private final Shop shop;
    private final Clock clock;

    Walks(WalkCounts counts, Shop shop, Clock clock) {
        this.counts = counts;
        this.shop = shop;
        this.clock = clock;
    }

    /** A page is shown. @param path without its query @param address with it */
    public void shown(String path, String address) {
        var trail = trail();
        if (trail != null) {
            counts.count(trail.shown(path, address, now(), today()));
        }
    }

    /** Something was done on a page. */
    public void done(String deed) {
        var trail = trail();
        if (trail == null) {
            return;
        }
        for (var flow : Flow.values()) {
            int step = flow.stepBy(deed);
            if (step > 0 && flow.steps().get(step).isAnywhere() && !trail.isOn(flow, now())) {
                counts.wentOnElsewhere(flow, step, today());
            }
        }
        counts.count(trail.done(deed, now(), today()));
    }

    /** Somebody asks a person. @param origin the page she comes from, as {@link Flow#origin} says it, or null */
    public void asked(String origin) {
        var trail = trail();
        var flows = Flow.at(origin).stream().filter(flow -> flow != Flow.ASK).toList();
        if (trail == null || flows.isEmpty()) {
            return;
        }
        var walked = flows.stream().filter(flow -> trail.isOn(flow, now())).toList();
        (walked.isEmpty() ? List.of(flows.getFirst()) : walked).forEach(flow -> counts.count(trail.asked(flow, now(), today())));
    }

    /** A file was given out, to a browser that may have no live page. */
    void copied(HttpSession session, String path) {
        var trail = session == null ? new Trail() : trail(session.getAttribute(TRAIL));
        if (session != null) {
            session.setAttribute(TRAIL, trail);
        }
        counts.count(trail.shown(path, path, now(), today()));
    }

    private static Trail trail() {
        var live = VaadinSession.getCurrent();
        WrappedSession session = live == null ? null : live.getSession();
        if (session == null) {
            return null;
        }
        var trail = trail(session.getAttribute(TRAIL));
        session.setAttribute(TRAIL, trail);
        return trail;
    }

    private static Trail trail(Object kept) {
        return kept instanceof Trail known ? known : new Trail();
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }
}
