package app.regulars.selling.ui.staff;

/** One of those to narrow the figures to. */
public record SoldChoice(String code, String address, boolean chosen) {
}
