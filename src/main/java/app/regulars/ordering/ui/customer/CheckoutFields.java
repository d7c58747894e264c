package app.regulars.ordering.ui.customer;

import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.Wishes;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A checkout form as the fields of its page. */
final class CheckoutFields {

    private static final List<String> NAMES = List.of("name", "email", "phone", "recipient", "line1", "line2", "city", "province", "postalCode", "country", "shipping",
            "reference", "note", "pay", "gift", "deliverOn", "instructions", "terms");
    private static final int LONGEST_CODE = 60;
    /** More than any field may hold, so that what is too long can be said to be so. */
    private static final int MOST_KEPT = 12_000;

    private CheckoutFields() {
    }

    static Map<String, String> of(CheckoutForm form) {
        var fields = new HashMap<String, String>();
        put(fields, "name", form.name());
        put(fields, "email", form.email());
        put(fields, "phone", form.phone());
        var address = form.address();
        if (address != null) {
            put(fields, "recipient", address.recipient());
            put(fields, "line1", address.line1());
            put(fields, "line2", address.line2());
            put(fields, "city", address.city());
            put(fields, "province", address.province());
            put(fields, "postalCode", address.postalCode());
            put(fields, "country", address.country());
        }
        put(fields, "shipping", form.shippingOption());
        put(fields, "reference", form.purchaseReference());
        put(fields, "pay", form.payment());
        put(fields, "gift", form.wishes().giftMessage());
        put(fields, "instructions", form.wishes().instructions());
        return fields;
    }

    /** Only the fields of the page, whatever the browser sent. */
    static Map<String, String> known(Map<String, String> sent) {
        var fields = new HashMap<String, String>();
        NAMES.forEach(name -> {
            if (sent.containsKey(name)) {
                fields.put(name, cut(sent.get(name)));
            }
        });
        return fields;
    }

    static CheckoutForm form(Map<String, String> fields, String company, Locale locale) {
        var recipient = blankToNull(fields.get("recipient"));
        var address = new PostalAddress(recipient == null ? fields.get("name") : recipient, fields.get("line1"), fields.get("line2"), fields.get("city"),
                blankToNull(fields.get("province")), fields.get("postalCode"), fields.getOrDefault("country", "").strip());
        return new CheckoutForm(fields.get("name"), company, fields.get("email"), fields.get("phone"), address, fields.get("shipping"),
                fields.get("reference"), fields.get("note"), locale, fields.getOrDefault("pay", ""), wishes(fields));
    }

    static Wishes wishes(Map<String, String> fields) {
        return new Wishes(fields.get("gift"), day(fields.get("deliverOn")), fields.get("instructions"), version(fields.get("terms")));
    }

    /** A day that cannot be read is one that cannot be kept, so that it is said beside the field. */
    private static LocalDate day(String typed) {
        try {
            return blankToNull(typed) == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            return LocalDate.EPOCH;
        }
    }

    private static int version(String sent) {
        return sent != null && sent.matches("\\d{1,6}") ? Integer.parseInt(sent) : Wishes.NOT_AGREED;
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static String cut(String text) {
        return text == null ? "" : text.length() <= MOST_KEPT ? text : text.substring(0, MOST_KEPT);
    }

    /** A code as it was typed, no longer than can be shown again. */
    static String code(String typed) {
        return typed == null ? "" : typed.length() <= LONGEST_CODE ? typed : typed.substring(0, LONGEST_CODE);
    }

    /** Values of a sentence, with money as the reader reads it. */
    static Map<String, Object> readable(Map<String, Object> values, Locale locale) {
        var readable = new HashMap<String, Object>();
        values.forEach((name, value) -> readable.put(name, value instanceof Money money ? Formats.money(money, locale)
                : value instanceof LocalDate day ? Formats.longDate(day, locale) : value));
        return readable;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
