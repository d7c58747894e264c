package app.regulars.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who the shop is, as typed: a text for each of the {@link #FIELDS}, those in both languages ending with En and Fr. */
public record ShopForm(Map<String, String> values) {

    public static final List<String> FIELDS = List.of("name", "legalName", "taglineEn", "taglineFr", "line1", "city", "province", "postalCode", "country", "email", "phone",
            "hoursEn", "hoursFr", "announcementEn", "announcementFr", "sign", "zone", "currency", "prefix", "taxNumber", "bankAccount", "unpaidDays",
            "unpaidReminder", "linkDays");

    /** Takes what belongs to the form; what was not sent is empty. */
    public ShopForm {
        var known = new LinkedHashMap<String, String>();
        var sent = values;
        FIELDS.forEach(field -> known.put(field, sent.getOrDefault(field, "")));
        values = java.util.Collections.unmodifiableMap(known);
    }

    public String get(String field) {
        return values.get(field);
    }
}
