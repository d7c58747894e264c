package app.regulars.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/** The readable part of an address, made from what a thing is called. */
public final class Slug {

    private Slug() {
    }

    /** Small letters, digits and single hyphens, at most that long; empty where the name has no Latin letter or digit. */
    public static String of(String name, int longest) {
        if (name == null) {
            return "";
        }
        var plain = Normalizer.normalize(name.replace("œ", "oe").replace("æ", "ae"), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-");
        var begun = plain.replaceAll("^-+", "");
        return begun.substring(0, Math.min(longest, begun.length())).replaceAll("-+$", "");
    }
}
