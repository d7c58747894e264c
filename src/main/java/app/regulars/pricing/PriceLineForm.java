package app.regulars.pricing;

/** A line of a price list as typed: an amount or a percentage. @param scope of {@link Scope.Kind} @param from so many pieces; empty for one */
public record PriceLineForm(String scope, String target, String from, String amount, String percent) {
}
