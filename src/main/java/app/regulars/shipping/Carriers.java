package app.regulars.shipping;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The carriers we know, and where they show a parcel. */
public final class Carriers {

    private static final List<String> KNOWN = List.of("Harbourline van", "Canada Post", "Purolator", "UPS", "FedEx");

    private Carriers() {
    }

    public static List<String> known() {
        return KNOWN;
    }

    /** Where the carrier shows the parcel, or null for a carrier without such a page. */
    public static String link(String carrier, String trackingNumber) {
        if (carrier == null || trackingNumber == null || trackingNumber.isBlank()) {
            return null;
        }
        var number = URLEncoder.encode(trackingNumber.replace(" ", ""), StandardCharsets.UTF_8);
        return switch (carrier) {
            case "Canada Post" -> "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=" + number;
            case "Purolator" -> "https://www.purolator.com/en/shipping/tracker?pin=" + number;
            case "UPS" -> "https://www.ups.com/track?tracknum=" + number;
            case "FedEx" -> "https://www.fedex.com/fedextrack/?trknbr=" + number;
            default -> null;
        };
    }
}
