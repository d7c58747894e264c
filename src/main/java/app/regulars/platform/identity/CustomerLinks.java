package app.regulars.platform.identity;

import java.util.List;

/**
 * Says, module by module, which rows belong to a customer: so that two records of one person can become one, and two again exactly as
 * they were. Implemented by every module that keeps a customer's id; collected by the matching module, which keeps the keys.
 */
public interface CustomerLinks {

    /** What the rows are, a stable code ("orders"); the text matching.rows.{code} names them. */
    String rows();

    /** Whether it is what a person did herself, which never is a company's. */
    default boolean isPersonal() {
        return false;
    }

    /** How many belong to the customer. */
    long count(CustomerId customer);

    /**
     * Gives what belongs to one record to another, in the caller's transaction. A row that the other has already stays where it is.
     *
     * @return the keys of the rows that moved, at most 80 characters each
     */
    List<String> move(CustomerId from, CustomerId into);

    /** Takes the rows with these keys back, those that are still there and still the other's. */
    void moveBack(List<String> keys, CustomerId from, CustomerId into);
}
