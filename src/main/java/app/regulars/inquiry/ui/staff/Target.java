package app.regulars.inquiry.ui.staff;

/** How the time to our answer stands. @param tone "", "warn", "bad" or "off" · @param used percent of the time that is gone */
public record Target(String words, String tone, int used) {
}
