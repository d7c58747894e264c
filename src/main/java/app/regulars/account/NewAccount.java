package app.regulars.account;

import java.util.List;
import java.util.Locale;

/**
 * What somebody typed to register, as typed.
 *
 * @param company blank for a person
 * @param agreed  the ids of the wordings that were ticked; may be empty
 */
public record NewAccount(String name, String email, String password, String company, Locale locale, List<String> agreed) {

    @Override
    public String toString() {
        return "a registration";
    }
}
