package app.regulars.inquiry;

import app.regulars.platform.Refused;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An answer that is written once and used often. Places such as <code>{given-name|there}</code> take the customer's data; what stands after the line
 * is said where nothing is known. A place without such words says nothing then.
 */
public record CannedReply(UUID id, String language, String title, String body, int version) {

    /** What a place can take. */
    public static final java.util.List<String> PLACES = java.util.List.of("given-name", "name", "number", "subject", "order", "agent", "shop");
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]{1,20})(?:\\|([^{}|]{0,200}))?}");

    /** @throws Refused beside the field that is wrong, such as a place that takes nothing we know */
    CannedReply checked() {
        if (title == null || title.isBlank() || title.length() > 120) {
            throw new Refused("inquiry.canned.refused.title", "title", Map.of());
        }
        Wording.text(body);
        var places = PLACE.matcher(body);
        while (places.find()) {
            if (!PLACES.contains(places.group(1))) {
                throw new Refused("inquiry.canned.refused.place", "text", Map.of("place", places.group(1)));
            }
        }
        return new CannedReply(id, "fr".equals(language) ? "fr" : "en", title.strip(), body.strip(), version);
    }

    /** The text with what is known put in; a value is text, never a place again. */
    String filled(Map<String, String> known) {
        return PLACE.matcher(body).replaceAll(place -> {
            var value = known.getOrDefault(place.group(1), "");
            var otherwise = place.group(2) == null ? "" : place.group(2);
            return java.util.regex.Matcher.quoteReplacement(value == null || value.isBlank() ? otherwise : value);
        });
    }
}
