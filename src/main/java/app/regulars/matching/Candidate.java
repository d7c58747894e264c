package app.regulars.matching;

import app.regulars.customer.CustomerCard;
import java.util.List;

/**
 * Two records that are probably one person.
 *
 * @param score points of 100
 * @param kinds what they have in common, as codes ({@link MatchKind#code()})
 */
public record Candidate(CustomerCard one, CustomerCard other, int score, List<String> kinds) {
}
