package app.regulars.approving;

import java.util.Locale;

/** Where a request stands; its name is the text approving.status.{code}. */
public enum RequestStatus {
    OPEN, APPROVED, DECLINED, WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
