package app.regulars.contracting.ui.staff;

/** A tab over the list of contracts. Public for its template. @param count 0 shows none */
public record ContractTab(String code, long count, boolean current, String address) {
}
