package app.regulars.platform.identity;

import java.util.Collection;
import java.util.Map;

/** What members of staff are called, for histories of modules that know only their ids. */
public interface StaffNames {

    /** One statement; who is gone is not in the answer. */
    Map<StaffId, String> names(Collection<StaffId> ids);
}
