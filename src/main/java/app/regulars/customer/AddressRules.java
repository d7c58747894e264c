package app.regulars.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.address.AddressFormat;
import app.regulars.platform.address.AddressFormats;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.text.PersonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an address needs so that a parcel arrives: what its country asks for, with a postal code of its form that fits the region. */
final class AddressRules {

    private static final int LONGEST = 200;
    private static final int LONGEST_CITY = 120;
    private static final int LONGEST_CODE = 20;
    static final List<String> PROVINCES = AddressFormats.of("CA").regions().stream().map(AddressFormat.Region::code).toList();

    private AddressRules() {
    }

    /** Everything that is wrong, one refusal a field. */
    static List<Refused> problems(PostalAddress typed) {
        var format = AddressFormats.of(country(typed));
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> {
            if (!AddressFormats.isCountry(country(typed))) {
                throw new Refused("customer.address.country.missing", "country", Map.of());
            }
        });
        Refused.collect(problems, () -> text(typed.recipient(), "recipient", LONGEST));
        Refused.collect(problems, () -> text(typed.line1(), "line1", LONGEST));
        Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(typed.line2()), LONGEST, "line2"));
        Refused.collect(problems, () -> city(typed, format));
        Refused.collect(problems, () -> region(typed, format));
        Refused.collect(problems, () -> postalCode(typed, format));
        return problems;
    }

    /** @throws Refused for the first of the {@link #problems} */
    static PostalAddress check(PostalAddress typed) {
        problems(typed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var format = AddressFormats.of(country(typed));
        return new PostalAddress(PersonTexts.clean(typed.recipient()), PersonTexts.clean(typed.line1()), PersonTexts.clean(typed.line2()), city(typed, format),
                region(typed, format), postalCode(typed, format), format.country());
    }

    private static String country(PostalAddress typed) {
        return typed.country() == null ? "" : typed.country().strip().toUpperCase(Locale.ROOT);
    }

    private static void text(String typed, String field, int most) {
        PersonTexts.bounded(PersonTexts.required(typed, "customer.address." + field + ".missing", field), most, field);
    }

    /** Empty where the country is a town. */
    private static String city(PostalAddress typed, AddressFormat format) {
        if (!format.asks("city")) {
            return "";
        }
        if (format.needs("city")) {
            text(typed.city(), "city", LONGEST_CITY);
        }
        var city = PersonTexts.bounded(PersonTexts.clean(typed.city()), LONGEST_CITY, "city");
        return city == null ? "" : city;
    }

    /** Null where the country has none, whatever was typed. */
    private static String region(PostalAddress typed, AddressFormat format) {
        if (!format.asks("province")) {
            return null;
        }
        var code = typed.province() == null ? "" : typed.province().strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty() && !format.needs("province")) {
            return null;
        }
        if (format.region(code).isEmpty()) {
            throw new Refused("customer.address.province.missing", "province", Map.of("kind", format.regionKind()));
        }
        return code;
    }

    private static String postalCode(PostalAddress typed, AddressFormat format) {
        if (!format.asks("postalCode")) {
            return null;
        }
        var text = PersonTexts.clean(typed.postalCode());
        if (text == null && !format.needs("postalCode")) {
            return null;
        }
        PersonTexts.required(text, "customer.address.postal-code.missing", "postalCode");
        var code = format.code(text.length() > LONGEST_CODE ? "" : text).filter(each -> !each.isEmpty() && each.length() <= LONGEST_CODE)
                .orElseThrow(() -> new Refused("customer.address.postal-code.broken", "postalCode", Map.of("example", format.example())));
        var region = typed.province() == null ? "" : typed.province().strip().toUpperCase(Locale.ROOT);
        if (format.asks("province") && !format.fits(code, region)) {
            throw new Refused("customer.address.postal-code.province", "postalCode", Map.of("kind", format.regionKind()));
        }
        return code;
    }
}
