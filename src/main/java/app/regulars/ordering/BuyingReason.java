package app.regulars.ordering;

import java.time.Instant;
import java.util.List;

/** Why somebody says that she buys here. @param choice one of {@link #CHOICES}, or null @param words or null; never both null */
public record BuyingReason(String choice, String words, Instant at) {

    /** What is offered to choose from; named by ordering.why.{choice}. */
    public static final List<String> CHOICES = List.of("quality", "selection", "price", "service", "near", "recommended", "other");
}
