package app.regulars.personaldata;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The words by which a person can be recognized in any text: name, address, e-mail, phone. Held in memory only. */
public final class PersonalTraces {

    private static final int SHORTEST_LINE = 8;

    private final List<String> words;

    /** @param words in the order in which they are to be looked for */
    public PersonalTraces(Set<String> words) {
        this.words = List.copyOf(words);
    }

    /** As they stand in texts; compared without regard to case. */
    public List<String> words() {
        return words;
    }

    /** Whether a text says any of it. */
    public boolean in(String text) {
        if (text == null || text.isEmpty()) {
            return false;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** The text with an ellipsis for each of them. */
    String takenOutOf(String text) {
        var result = text;
        for (var word : words) {
            result = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(result).replaceAll("…");
        }
        return result;
    }

    @Override
    public String toString() {
        return words.size() + " words of a person";
    }

    /** Gathers them from the customer's record. */
    @Component
    static class Reading {

        private final CustomerDirectory customers;

        Reading(CustomerDirectory customers) {
            this.customers = customers;
        }

        /** Of the record itself, also when it leads to another. A name of one word is left out: it may be anybody's. */
        PersonalTraces of(CustomerId person) {
            var found = new LinkedHashSet<String>();
            customers.record(person).ifPresent(card -> {
                if (card.email() != null) {
                    found.add(card.email());
                }
                phones(card.phone()).forEach(found::add);
                if (card.name() != null && card.name().strip().contains(" ")) {
                    found.add(card.name().strip());
                }
            });
            customers.addresses(person).stream().map(address -> address.line1()).filter(line -> line != null && line.strip().length() >= SHORTEST_LINE)
                    .forEach(line -> found.add(line.strip()));
            found.removeIf(word -> word.isBlank() || word.endsWith("@invalid"));
            return new PersonalTraces(found);
        }

        /** As it was written, and its digits as people group them. */
        private static List<String> phones(String phone) {
            var found = new ArrayList<String>();
            if (phone != null && !phone.isBlank()) {
                found.add(phone.strip());
                var digits = phone.replaceAll("\\D", "");
                if (digits.length() >= 10) {
                    var last = digits.substring(digits.length() - 10);
                    found.add(last);
                    for (var gap : List.of(" ", "-", ".")) {
                        found.add(last.substring(0, 3) + gap + last.substring(3, 6) + gap + last.substring(6));
                    }
                    found.add("(" + last.substring(0, 3) + ") " + last.substring(3, 6) + "-" + last.substring(6));
                }
            }
            return found;
        }
    }
}
