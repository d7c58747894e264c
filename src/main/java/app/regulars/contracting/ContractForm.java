package app.regulars.contracting;

/**
 * A contract as it was typed.
 *
 * @param customer  the number of the person or company
 * @param begins    a day as forms send it
 * @param ends      the last day, or blank for a contract without end
 * @param notice    days before the end by which it has to be decided
 * @param remind    days before that in which the owner is reminded
 * @param priceList the id of a price list, or blank
 * @param owner     the id of a member of staff
 * @param version   of the contract that was on the page, or blank for a new one
 */
public record ContractForm(String customer, String title, String begins, String ends, String notice, String remind, String terms, String priceList, String owner, String version) {

    /** Says nothing of what was agreed. */
    @Override
    public String toString() {
        return "a contract form";
    }
}
