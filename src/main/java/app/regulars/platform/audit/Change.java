package app.regulars.platform.audit;

import app.regulars.platform.identity.CustomerId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the history keeps of a deed beside who, when and what: before and after by field, why, and on whose matter. Holds no
 * secrets; of long texts the beginning is kept.
 *
 * @param label    how people name the record ("HL-20418"), so that the entry is found by it; may be null
 * @param customer whose matter it is, so that the customer's whole history is found; may be null
 * @param before   the fields as they were; null for something new
 * @param after    the fields as they are; null for something that is gone, and for a deed that changes no field
 * @param reason   as the person gave it; may be null
 */
public record Change(String label, CustomerId customer, Map<String, Object> before, Map<String, Object> after, String reason) {

    public static Change of(String label) {
        return new Change(label, null, null, null, null);
    }

    public Change about(CustomerId whose) {
        return new Change(label, whose, before, after, reason);
    }

    public Change from(Map<String, Object> fields) {
        return new Change(label, customer, fields, after, reason);
    }

    public Change to(Map<String, Object> fields) {
        return new Change(label, customer, before, fields, reason);
    }

    /** One field that changed. */
    public Change of(String field, Object was, Object is) {
        return from(fields(field, was)).to(fields(field, is));
    }

    public Change because(String why) {
        return new Change(label, customer, before, after, why);
    }

    /** {@code fields("status", "placed", "carrier", null)}: null stands for nothing there. */
    public static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i + 1 < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    @Override
    public String toString() {
        return "a change";
    }
}
