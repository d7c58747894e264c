package app.regulars.account;

import app.regulars.platform.identity.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The plain entrance for other modules: who works here. */
@Service
public class StaffDirectory {

    public Map<StaffId, StaffCard> cards(Collection<StaffId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Everybody who is active, by name. */
    public List<StaffCard> all() {
        throw new UnsupportedOperationException();
    }
}
