package app.regulars.shipping;

import app.regulars.platform.i18n.Localized;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The carriers we know, and where they show a parcel. */
public final class Carriers {

    /** The shop itself, with a vehicle of its own. */
    public static final String OWN_VAN = "Own van";
    public static final String POST = "Canada Post";
    public static final String EXPRESS = "Purolator";
    private static final List<String> KNOWN = List.of(OWN_VAN, POST, EXPRESS, "UPS", "FedEx", "DHL");

    private Carriers() {
    }

    public static List<String> known() {
        return KNOWN;
    }

    /** Whom the shop usually gives parcels of that shipping option to; null where the customer fetches them. */
    public static String usual(String option) {
        return switch (option) {
            case "van" -> OWN_VAN;
            case "express" -> EXPRESS;
            case "pickup" -> null;
            default -> POST;
        };
    }

    /** The carrier as a reader calls it; one that we do not know keeps its name. */
    public static Localized name(String carrier) {
        return switch (carrier) {
            case OWN_VAN -> new Localized("Our own van", "Notre camionnette");
            case POST -> new Localized("Canada Post", "Postes Canada");
            default -> Localized.of(carrier);
        };
    }

    /** Where the carrier shows the parcel, or null for a carrier without such a page. */
    public static String link(String carrier, String trackingNumber) {
        if (carrier == null || trackingNumber == null || trackingNumber.isBlank()) {
            return null;
        }
        var number = URLEncoder.encode(trackingNumber.replace(" ", ""), StandardCharsets.UTF_8);
        return switch (carrier) {
            case POST -> "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=" + number;
            case EXPRESS -> "https://www.purolator.com/en/shipping/tracker?pin=" + number;
            case "UPS" -> "https://www.ups.com/track?tracknum=" + number;
            case "FedEx" -> "https://www.fedex.com/fedextrack/?trknbr=" + number;
            case "DHL" -> "https://www.dhl.com/ca-en/home/tracking.html?tracking-id=" + number;
            default -> null;
        };
    }
}
