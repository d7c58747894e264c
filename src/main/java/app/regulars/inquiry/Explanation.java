package app.regulars.inquiry;

import java.util.Map;

/** Why something was done with an inquiry, as a text that staff read in their own language. @param values by the names in the text */
public record Explanation(String key, Map<String, String> values) {
}
