package app.regulars.staff;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** How members of staff sign in: asked here, answered by the account module, which knows this one and not the other way round. */
public interface StaffSignIn {

    /** @param last null when never @param chosen whether there is a password or another way in */
    record State(Instant last, boolean chosen) {
    }

    /** Mails a link to choose the first password; links from before end. */
    void invite(StaffId member, String email, Locale locale);

    /** Ends what keeps the member signed in: live pages, sessions and remembered browsers, open links too. */
    void end(StaffId member, String email);

    /** Ends live pages and sessions, so that the next sign-in has the roles of now. */
    void signOut(StaffId member);

    /** Members without an account are not in the answer. */
    Map<StaffId, State> states(Collection<StaffId> members);
}
