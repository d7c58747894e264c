package app.regulars.storefront;

import app.regulars.customer.Browsers;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.BrowserFamily;
import app.regulars.privacy.ConsentWithdrawn;
import app.regulars.search.SearchVisits;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Joins what was looked for in one visit to the person, once she has signed in and only if she allows it. Until then the keys stay in
 * the session of the live page, and with it they end: no cookie, nothing in the database. Without the permission they are
 * dropped at sign-in and never joined; when it is withdrawn, what was joined is cut. The same permission covers with what browser she comes.
 */
@Component
class Visits {

    static final String PURPOSE = "analytics";
    private static final String CHANNEL = "site";
    private static final String SESSION = Visits.class.getName();
    private static final String CAME = SESSION + ".came";
    private static final int MOST = 50;

    private final SearchVisits searches;
    private final Browsers browsers;
    private final ContactPermission permission;
    private final CurrentUser user;
    private final Clock clock;

    /** The keys of what was looked for before anybody signed in. */
    record Looked(List<UUID> queries) implements Serializable {

        Looked with(UUID query) {
            var all = new ArrayList<>(queries);
            all.add(query);
            return new Looked(List.copyOf(all.size() > MOST ? all.subList(all.size() - MOST, all.size()) : all));
        }
    }

    Visits(SearchVisits searches, Browsers browsers, ContactPermission permission, CurrentUser user, Clock clock) {
        this.searches = searches;
        this.browsers = browsers;
        this.permission = permission;
        this.user = user;
        this.clock = clock;
    }

    /** Something was looked for on a live page. @param query the key in the log, or null */
    void looked(UUID query) {
        var session = VaadinSession.getCurrent();
        if (query == null || session == null) {
            return;
        }
        var me = user.customer();
        if (me.isPresent()) {
            arrived();
            join(me.get(), List.of(query));
        } else {
            session.getSession().setAttribute(SESSION, kept(session).with(query));
        }
    }

    /** A live page is shown: if somebody has signed in since she looked for things, they are joined now or never. With what she came is asked once a session. */
    void arrived() {
        var session = VaadinSession.getCurrent();
        if (session == null || session.getSession() == null) {
            return;
        }
        var person = user.person();
        if (person.isPresent() && !person.get().toString().equals(session.getSession().getAttribute(CAME))) {
            session.getSession().setAttribute(CAME, person.get().toString());
            came(person.get(), BrowserFamily.of(session.getBrowser().getUserAgent()));
        }
        var me = user.customer();
        var looked = me.isEmpty() ? List.<UUID>of() : kept(session).queries();
        if (!looked.isEmpty()) {
            session.getSession().removeAttribute(SESSION);
            join(me.get(), looked);
        }
    }

    void came(CustomerId person, String browser) {
        if (permission.mayContact(person, PURPOSE, CHANNEL, clock.instant())) {
            browsers.used(person, browser);
        }
    }

    void join(CustomerId me, List<UUID> queries) {
        if (permission.mayContact(me, PURPOSE, CHANNEL, clock.instant())) {
            searches.join(queries, me);
        }
    }

    @ApplicationModuleListener
    void on(ConsentWithdrawn withdrawn) {
        if (PURPOSE.equals(withdrawn.purpose())) {
            searches.cut(withdrawn.customer());
            browsers.forget(withdrawn.customer());
        }
    }

    private static Looked kept(VaadinSession session) {
        return session.getSession().getAttribute(SESSION) instanceof Looked looked ? looked : new Looked(List.of());
    }
}
