package app.regulars.calling;

import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who leaves is called no more: the extensions are the colleague's then, or nobody's. Calls of before stay as they were. */
@Component
@Transactional
class ExtensionHandover implements StaffHandover {

    private final Extensions extensions;

    ExtensionHandover(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String matters() {
        return "calling.handover";
    }

    @Override
    @Transactional(readOnly = true)
    public long count(StaffId of) {
        return extensions.count(of);
    }

    @Override
    public long handOver(StaffId from, StaffId to, StaffId by, Instant at) {
        var had = extensions.count(from);
        if (to == null) {
            extensions.clear(from);
        } else {
            extensions.give(from, to);
        }
        return had;
    }
}
