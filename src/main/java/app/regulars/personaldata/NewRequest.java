package app.regulars.personaldata;

import app.regulars.platform.identity.CustomerId;
import java.util.Locale;

/**
 * A request to be entered.
 *
 * @param customer null for somebody who has no record
 * @param channel  "page", "mail", "phone" or "counter"
 */
public record NewRequest(RequestKind kind, CustomerId customer, String name, String email, Locale locale, String words, String channel) {

    @Override
    public String toString() {
        return "a request";
    }
}
