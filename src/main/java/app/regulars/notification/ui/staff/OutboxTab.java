package app.regulars.notification.ui.staff;

/** A tab above the outbox. @param address where it leads */
public record OutboxTab(String key, long count, boolean current, String address) {
}
