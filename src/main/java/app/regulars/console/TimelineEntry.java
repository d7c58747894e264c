package app.regulars.console;

import java.time.Instant;

/**
 * Something that happened with a customer.
 *
 * @param kind   "orders", "talk", "mail", "forum" or "consents": what the timeline can be filtered by
 * @param tone   "", "h" for what the customer did with us, "w" and "d" for what deserves a look
 * @param amount in the reader's form, or null
 * @param found  whether it was looked for by its whole text already, of which only the beginning is shown
 */
public record TimelineEntry(String kind, String icon, String tone, String title, String text, String address, String amount, Instant at, boolean found) {

    TimelineEntry(String kind, String icon, String tone, String title, String text, String address, String amount, Instant at) {
        this(kind, icon, tone, title, text, address, amount, at, false);
    }
}
