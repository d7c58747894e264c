package app.regulars.personaldata;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/** @param by null for the person, or the shop itself */
public record RequestStep(Instant at, StaffId by, String what, String detail) {

    @Override
    public String toString() {
        return "step " + what;
    }
}
