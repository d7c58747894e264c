package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an address needs so that a parcel arrives: in Canada a province and a postal code that fit each other. */
final class AddressRules {

    static final List<String> PROVINCES = List.of("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");
    /** The provinces whose postal codes begin with the letter, by Canada Post. */
    private static final Map<Character, List<String>> BY_LETTER = Map.ofEntries(Map.entry('A', List.of("NL")), Map.entry('B', List.of("NS")),
            Map.entry('C', List.of("PE")), Map.entry('E', List.of("NB")), Map.entry('G', List.of("QC")), Map.entry('H', List.of("QC")),
            Map.entry('J', List.of("QC")), Map.entry('K', List.of("ON")), Map.entry('L', List.of("ON")), Map.entry('M', List.of("ON")),
            Map.entry('N', List.of("ON")), Map.entry('P', List.of("ON")), Map.entry('R', List.of("MB")), Map.entry('S', List.of("SK")),
            Map.entry('T', List.of("AB")), Map.entry('V', List.of("BC")), Map.entry('X', List.of("NT", "NU")), Map.entry('Y', List.of("YT")));

    private AddressRules() {
    }

    static PostalAddress check(PostalAddress typed) {
        var recipient = PersonTexts.bounded(PersonTexts.required(typed.recipient(), "account.address.recipient.missing", "recipient"), 200, "recipient");
        var line1 = PersonTexts.bounded(PersonTexts.required(typed.line1(), "account.address.line1.missing", "line1"), 200, "line1");
        var line2 = PersonTexts.bounded(PersonTexts.clean(typed.line2()), 200, "line2");
        var city = PersonTexts.bounded(PersonTexts.required(typed.city(), "account.address.city.missing", "city"), 120, "city");
        var province = typed.province() == null ? "" : typed.province().strip().toUpperCase(Locale.ROOT);
        if (!PROVINCES.contains(province)) {
            throw new Refused("account.address.province.missing", "province", Map.of());
        }
        var code = PersonTexts.required(typed.postalCode(), "account.address.postal-code.missing", "postalCode").toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!code.matches("[A-Z][0-9][A-Z][0-9][A-Z][0-9]") || !BY_LETTER.containsKey(code.charAt(0))) {
            throw new Refused("account.address.postal-code.broken", "postalCode", Map.of());
        }
        if (!BY_LETTER.get(code.charAt(0)).contains(province)) {
            throw new Refused("account.address.postal-code.province", "postalCode", Map.of());
        }
        return new PostalAddress(recipient, line1, line2, city, province, code.substring(0, 3) + " " + code.substring(3), "CA");
    }
}
