package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.Locale;

/**
 * A customer in one line.
 *
 * @param number  as people say it, "C-00318"
 * @param name    the person; for a company its contact person
 * @param email   the person's own; for a company the one it is written to, which may be the contact person's own as well
 * @param company the company's name, or null for a person
 */
public record CustomerCard(CustomerId id, String number, String name, String company, String email, String phone, Locale locale, Instant since,
                           PartyKind kind) {

    public boolean isCompany() {
        return kind == PartyKind.COMPANY;
    }

    /** The company if there is one, else the person. */
    public String displayName() {
        return company == null ? name : company;
    }

    /** One or two letters for the round picture. */
    public String initials() {
        var words = displayName().replaceAll("[^\\p{L}\\p{N} ]", "").trim().split(" +");
        var last = words.length > 1 ? words[words.length - 1] : "";
        return (first(words[0]) + first(last)).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
