package app.regulars.customer.ui.staff;

import app.regulars.customer.FieldKind;
import java.util.Map;

/**
 * A filter that can be set.
 *
 * @param kind    null for a choice among {@code options}; else what is typed
 * @param options names by code
 */
public record FilterChoice(String name, String label, String value, FieldKind kind, Map<String, String> options) {

    /** What it asks for and what is chosen. */
    String shown() {
        return label + ": " + options.getOrDefault(value, value);
    }
}
