package app.regulars.quoting.ui.staff;

/** A state to look at. Public for its template. @param code of the state, or "all" */
public record QuoteTab(String code, long count, boolean current, String address) {
}
