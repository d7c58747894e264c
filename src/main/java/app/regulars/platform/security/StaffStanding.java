package app.regulars.platform.security;

import app.regulars.platform.identity.StaffId;
import java.util.Optional;
import java.util.Set;

/** What a member of staff may do at this very moment; answered by the staff module, asked at every check of a session. */
public interface StaffStanding {

    /**
     * @param generation a session belongs to one; with the next (a suspension, a reset) it is over, also if the person is let in again
     * @param roles      what doors and views name: {@link Roles#STAFF} and the permissions
     */
    record Standing(int generation, Set<String> roles) {
    }

    /** Empty for somebody who left or is suspended. */
    Optional<Standing> of(StaffId member);
}
