package app.regulars.faq.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;

/** Who reads, as far as counting needs it: a number made up for the session, which says nothing about the person and ends with it. */
public final class Reader {

    private static final String NUMBER = "faq.voter";

    private Reader() {
    }

    /** The number of the present session; to be asked on a live page. */
    public static UUID current() {
        var session = VaadinSession.getCurrent();
        if (session.getAttribute(NUMBER) instanceof UUID known) {
            return known;
        }
        var made = UUID.randomUUID();
        session.setAttribute(NUMBER, made);
        return made;
    }
}
