package app.regulars.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a customer says of an order beside the goods and where they go.
 *
 * @param giftMessage  is printed on the packing slip; or null
 * @param deliverOn    the day she would like it, no sooner than it can be there; or null for as soon as it can be
 * @param instructions for whoever delivers, such as where to leave it; or null
 * @param termsVersion of the terms of sale that were agreed to; {@link #NOT_AGREED} where a page asked and the answer was no, null where nobody was asked
 */
@Embeddable
public record Wishes(@Column(name = "gift_message", length = 500) String giftMessage, @Column(name = "deliver_on") LocalDate deliverOn,
                     @Column(name = "delivery_instructions", length = 300) String instructions, @Column(name = "terms_version") Integer termsVersion) implements Serializable {

    public static final int LONGEST_GIFT = 500;
    public static final int LONGEST_INSTRUCTIONS = 300;
    public static final int NOT_AGREED = 0;
    public static final Wishes NONE = new Wishes(null, null, null, null);

    /** The same, with those terms agreed to. */
    public Wishes agreed(Integer version) {
        return new Wishes(giftMessage, deliverOn, instructions, version);
    }

    /** The same, on no day of her choice. */
    Wishes soon() {
        return new Wishes(giftMessage, null, instructions, termsVersion);
    }

    /** They may name people. */
    @Override
    public String toString() {
        return "wishes";
    }
}
