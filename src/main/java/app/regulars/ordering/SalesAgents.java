package app.regulars.ordering;

import app.regulars.platform.identity.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who sells for the shop: asked by ordering, which keeps no more than a code, and answered by a module above it. */
public interface SalesAgents {

    /** The cookie in which a browser remembers whose link brought it here. */
    String COOKIE = "agent";

    /** The code as it is kept, where it counts now. */
    Optional<String> valid(String code);

    /** The agents that a member of staff belongs to. */
    Set<String> offices(StaffId staff);

    /** The codes that count now. */
    List<String> all();
}
