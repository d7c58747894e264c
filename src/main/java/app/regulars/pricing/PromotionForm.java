package app.regulars.pricing;

/**
 * A promotion as typed.
 *
 * @param kind      of {@link PromotionKind}
 * @param scope     of {@link Scope.Kind}, with its target
 * @param percent   off, or how much of the free pieces is given (100 for free)
 * @param gift      the article number of the complement
 * @param whom      a customer's number or a group's code, by the audience
 * @param mostEach  uses of one customer
 * @param until     the last day
 */
public record PromotionForm(String name, String labelEn, String labelFr, String kind, String scope, String target, String percent, String amount, String buy, String get,
                            String gift, String minimum, String audience, String whom, boolean couponOnly, boolean combinable, String from, String until, String mostUses,
                            String mostEach, boolean active) {
}
