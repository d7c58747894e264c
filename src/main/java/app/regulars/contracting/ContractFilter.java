package app.regulars.contracting;

import app.regulars.platform.identity.StaffId;
import java.util.Locale;

/** Which contracts. @param text in number or title @param owner null for everybody's */
public record ContractFilter(Tab tab, String text, StaffId owner) {

    public enum Tab {
        /** Somebody has to decide: due or expired. */
        DECIDE, RUNNING, UPCOMING, ENDED, ALL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
