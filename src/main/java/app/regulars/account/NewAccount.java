package app.regulars.account;

import app.regulars.customer.Origin;
import java.util.List;
import java.util.Locale;

/**
 * What somebody typed to register, as typed.
 *
 * @param company blank for a person
 * @param agreed  the ids of the wordings that were ticked; may be empty
 * @param origin  the way that led here
 */
public record NewAccount(String name, String email, String password, String company, Locale locale, List<String> agreed, Origin origin) {

    /** Nothing is known of the way that led here. */
    public NewAccount(String name, String email, String password, String company, Locale locale, List<String> agreed) {
        this(name, email, password, company, locale, agreed, new Origin("register", null, null, null));
    }

    @Override
    public String toString() {
        return "a registration";
    }
}
