package app.regulars.console;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

/** What is said beside the form that corrects the stock of a variant, with what was typed. */
public record StockProblem(UUID variant, String field, String sentence, Map<String, String> typed) implements Serializable {
}
