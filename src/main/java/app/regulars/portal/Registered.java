package app.regulars.portal;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What this browser registered while its session lasts: its mailed link needs no password, and leads back to where it came from. */
final class Registered implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<UUID, String> onwards = new HashMap<>();

    static void remember(VaadinSession session, UUID registration, String onward) {
        var known = session.getAttribute(Registered.class);
        if (known == null) {
            known = new Registered();
            session.setAttribute(Registered.class, known);
        }
        known.onwards.put(registration, onward);
    }

    static boolean here(VaadinSession session, UUID registration) {
        var known = session.getAttribute(Registered.class);
        return known != null && known.onwards.containsKey(registration);
    }

    /** The page one of them was on the way to. */
    static Optional<String> onward(VaadinSession session) {
        var known = session.getAttribute(Registered.class);
        return known == null ? Optional.empty() : known.onwards.values().stream().filter(java.util.Objects::nonNull).findFirst();
    }
}
