package app.regulars.platform.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Telephone numbers as they are dialled from everywhere (E.164), whatever way they were written. */
public final class PhoneNumbers {

    private static final int TAIL = 7;

    private PhoneNumbers() {
    }

    /**
     * The number in E.164, "+19025550142", without its extension; empty for what cannot be one.
     *
     * @param country of numbers without a country's prefix, such as "CA" */
    public static Optional<String> normal(String typed, String country) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(typed, country);
            return numbers.isPossibleNumber(number) ? Optional.of(numbers.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** As people of the country read it; what is no number, as it was written. */
    public static String readable(String number, String country) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(number, country);
            return numbers.format(parsed, parsed.getCountryCode() == numbers.getCountryCodeForRegion(country) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notANumber) {
            return number;
        }
    }

    /** Its last seven digits before an extension, the same in every way of writing it: narrows a search, decides nothing. Null where there are fewer. */
    public static String tail(String typed) {
        var digits = typed == null ? "" : typed.replaceAll("(?i)(x|ext|poste).*$", "").replaceAll("[^0-9]", "");
        return digits.length() < TAIL ? null : digits.substring(digits.length() - TAIL);
    }
}
