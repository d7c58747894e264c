package app.regulars.serving.ui.staff;

import java.util.Map;

/** One thing that can be set in a row. @param label a text key @param kind "text", "number", "date", "long" or "choice" @param choices values and what people read, for a choice @param hint a text key or null */
public record Column(String name, String label, String kind, Map<String, String> choices, String hint) {

    static Column text(String name, String label) {
        return new Column(name, label, "text", Map.of(), null);
    }

    static Column number(String name, String label) {
        return new Column(name, label, "number", Map.of(), null);
    }

    static Column choice(String name, String label, Map<String, String> choices) {
        return new Column(name, label, "choice", choices, null);
    }

    Column hinted(String key) {
        return new Column(name, label, kind, choices, key);
    }

    Column of(String other) {
        return new Column(name, label, other, choices, hint);
    }
}
