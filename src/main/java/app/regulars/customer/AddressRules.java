package app.regulars.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.text.PersonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an address needs so that a parcel arrives: in Canada a province and a postal code that fit each other. */
final class AddressRules {

    private static final int LONGEST = 200;
    private static final int LONGEST_CITY = 120;
    static final List<String> PROVINCES = List.of("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");
    /** The provinces whose postal codes begin with the letter, by Canada Post. */
    private static final Map<Character, List<String>> BY_LETTER = Map.ofEntries(Map.entry('A', List.of("NL")), Map.entry('B', List.of("NS")),
            Map.entry('C', List.of("PE")), Map.entry('E', List.of("NB")), Map.entry('G', List.of("QC")), Map.entry('H', List.of("QC")),
            Map.entry('J', List.of("QC")), Map.entry('K', List.of("ON")), Map.entry('L', List.of("ON")), Map.entry('M', List.of("ON")),
            Map.entry('N', List.of("ON")), Map.entry('P', List.of("ON")), Map.entry('R', List.of("MB")), Map.entry('S', List.of("SK")),
            Map.entry('T', List.of("AB")), Map.entry('V', List.of("BC")), Map.entry('X', List.of("NT", "NU")), Map.entry('Y', List.of("YT")));

    private AddressRules() {
    }

    /** Everything that is wrong, one refusal a field. */
    static List<Refused> problems(PostalAddress typed) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> text(typed.recipient(), "recipient", LONGEST));
        Refused.collect(problems, () -> text(typed.line1(), "line1", LONGEST));
        Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(typed.line2()), LONGEST, "line2"));
        Refused.collect(problems, () -> text(typed.city(), "city", LONGEST_CITY));
        Refused.collect(problems, () -> province(typed));
        Refused.collect(problems, () -> postalCode(typed));
        return problems;
    }

    /** @throws Refused for the first of the {@link #problems} */
    static PostalAddress check(PostalAddress typed) {
        problems(typed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        return new PostalAddress(PersonTexts.clean(typed.recipient()), PersonTexts.clean(typed.line1()), PersonTexts.clean(typed.line2()),
                PersonTexts.clean(typed.city()), province(typed), postalCode(typed), "CA");
    }

    private static void text(String typed, String field, int most) {
        PersonTexts.bounded(PersonTexts.required(typed, "customer.address." + field + ".missing", field), most, field);
    }

    private static String province(PostalAddress typed) {
        var province = typed.province() == null ? "" : typed.province().strip().toUpperCase(Locale.ROOT);
        if (!PROVINCES.contains(province)) {
            throw new Refused("customer.address.province.missing", "province", Map.of());
        }
        return province;
    }

    private static String postalCode(PostalAddress typed) {
        var code = PersonTexts.required(typed.postalCode(), "customer.address.postal-code.missing", "postalCode").toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!code.matches("[A-Z][0-9][A-Z][0-9][A-Z][0-9]") || !BY_LETTER.containsKey(code.charAt(0))) {
            throw new Refused("customer.address.postal-code.broken", "postalCode", Map.of());
        }
        var province = typed.province() == null ? "" : typed.province().strip().toUpperCase(Locale.ROOT);
        if (PROVINCES.contains(province) && !BY_LETTER.get(code.charAt(0)).contains(province)) {
            throw new Refused("customer.address.postal-code.province", "postalCode", Map.of());
        }
        return code.substring(0, 3) + " " + code.substring(3);
    }
}
