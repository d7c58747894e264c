package app.regulars.privacy;

import java.util.List;

/**
 * What a permission may be asked for.
 *
 * @param offered        whether it may be asked for and used now; switched off, nothing is sent for it
 * @param purchaseMonths for how long a purchase implies it, or null where it does not
 * @param inquiryMonths  for how long a question implies it, or null
 */
public record Purpose(String code, int position, List<String> channels, String basis, boolean offered, Integer purchaseMonths, Integer inquiryMonths) {

    public static final List<String> CHANNELS = List.of("email", "sms", "phone", "letter", "site", "partner");

    /** Months after which what a purchase, or a question, implied has ended by law (CASL s. 10). */
    static final int MOST_AFTER_PURCHASE = 24;
    static final int MOST_AFTER_INQUIRY = 6;

    boolean isFor(String channel) {
        return channels.contains(channel);
    }
}
