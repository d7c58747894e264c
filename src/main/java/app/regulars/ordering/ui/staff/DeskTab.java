package app.regulars.ordering.ui.staff;

/** A saved view of the list. @param code the status in lower case, or "all" */
public record DeskTab(String code, long count, boolean current, String address) {
}
