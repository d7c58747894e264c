package app.regulars.platform.identity;

/** Answers for whom a person may act, at this moment: for herself, and for companies she is a member of. */
public interface ActingRights {

    /** Always true for herself. */
    boolean mayActFor(CustomerId person, CustomerId customer);
}
