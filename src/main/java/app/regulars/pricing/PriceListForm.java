package app.regulars.pricing;

/** The head of a price list as typed. @param from the first day, or empty @param until the last day, or empty */
public record PriceListForm(String name, String labelEn, String labelFr, String from, String until, boolean active) {
}
