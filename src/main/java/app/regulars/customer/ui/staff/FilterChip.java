package app.regulars.customer.ui.staff;

/** A filter that is set. @param without the address without it */
public record FilterChip(String text, String without) {
}
