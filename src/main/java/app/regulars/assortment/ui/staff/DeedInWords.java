package app.regulars.assortment.ui.staff;

import app.regulars.platform.audit.AuditTrail;
import java.util.List;

/** A deed of the history as people read it. */
public record DeedInWords(AuditTrail.Done done, String action, List<Field> fields) {

    /** A field that differs. */
    public record Field(String name, String before, String after) {
    }
}
