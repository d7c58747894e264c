package app.regulars.returning.ui.staff;

import app.regulars.returning.ReturnRow;

/** What stands in the list of returns. Public for its template. */
public final class ReturnDeskLists {

    private ReturnDeskLists() {
    }

    /** A row and where it leads. */
    public record Line(ReturnRow row, String customer, String address, boolean current, long days) {
    }

    /** @param code of the state, or "all" */
    public record Tab(String code, long count, boolean current, String address) {
    }

    /** A value of a filter. */
    public record Choice(String label, boolean current, String address) {
    }
}
