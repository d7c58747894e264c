package app.regulars.mailroom.ui.staff;

/** A view of the mail that came in. @param address where it leads */
public record MailTab(String key, long count, boolean current, String address) {
}
