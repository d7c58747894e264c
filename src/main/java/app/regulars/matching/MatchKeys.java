package app.regulars.matching;

import app.regulars.customer.CustomerCard;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a record can be found by. Only hashes leave this class. */
final class MatchKeys {

    /** Providers that deliver to one mailbox whatever dots stand in it, as they say themselves. */
    private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

    private MatchKeys() {
    }

    record Key(MatchKind kind, String hash) {
    }

    /**
     * What the record can be found by. The mailbox of a company is that of whoever speaks for it, who may speak for several.
     *
     * @param country of numbers without a country's prefix, such as "CA" */
    static List<Key> of(CustomerCard customer, List<PostalAddress> addresses, String country) {
        var keys = new ArrayList<Key>();
        mailbox(customer.email()).filter(text -> !customer.isCompany()).ifPresent(text -> keys.add(key(customer, MatchKind.MAILBOX, text)));
        phone(customer.phone(), country).ifPresent(text -> keys.add(key(customer, MatchKind.PHONE, text)));
        name(customer.displayName()).ifPresent(text -> keys.add(key(customer, MatchKind.NAME, text)));
        addresses.stream().map(MatchKeys::address).flatMap(Optional::stream).distinct().forEach(text -> keys.add(key(customer, MatchKind.ADDRESS, text)));
        return keys;
    }

    /** A person and a company have nothing in common here: they never become one. */
    private static Key key(CustomerCard customer, MatchKind kind, String text) {
        return new Key(kind, Secrets.hash(kind + "\n" + customer.kind() + "\n" + text));
    }

    static Optional<String> mailbox(String email) {
        var at = email == null ? -1 : email.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        var domain = email.substring(at + 1);
        var local = email.substring(0, at).replaceFirst("\\+.*", "");
        if (DOTLESS.contains(domain)) {
            domain = "gmail.com";
            local = local.replace(".", "");
        }
        return local.isEmpty() ? Optional.empty() : Optional.of(local + "@" + domain);
    }

    static Optional<String> phone(String typed, String country) {
        return PhoneNumbers.normal(typed, country);
    }

    /** Two words at least: a given name alone says nothing. */
    static Optional<String> name(String name) {
        var words = Stream.of(PersonTexts.plain(name == null ? "" : name).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 1).sorted().toList();
        return words.size() < 2 ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    /** Street with number, and postal code; the rest follows from them. */
    static Optional<String> address(PostalAddress address) {
        if (address.line1() == null || address.postalCode() == null) {
            return Optional.empty();
        }
        var street = Stream.of(PersonTexts.plain(address.line1()).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        var code = address.postalCode().replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(java.util.Locale.ROOT);
        return street.isEmpty() || code.isEmpty() ? Optional.empty() : Optional.of(street + "\n" + code);
    }
}
