package app.regulars.forum;

import java.io.Serializable;

/**
 * Who wrote something, as everybody sees it: never a whole name, never an address.
 *
 * @param name     "Perrin T." for a customer, the given name for staff; null for somebody who left
 * @param initials one or two letters for the round picture
 * @param staff    whether the shop speaks
 * @param tone     1 to 4, the same for the same person
 * @param trusted  whether several of the person's answers were chosen as solutions
 */
public record Author(String name, String initials, boolean staff, int tone, boolean trusted) implements Serializable {

    /** Chosen answers from which a person is called trusted. */
    public static final int TRUSTED_FROM = 2;
    static final Author GONE = new Author(null, "·", false, 1, false);
}
