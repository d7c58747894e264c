package app.regulars.review;

import java.util.Locale;

/** In which order the reviews of a product are shown. */
public enum ReviewOrder {
    NEWEST, HELPFUL, LOWEST;

    /** As it stands in addresses and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that code; what is none is the first. */
    public static ReviewOrder of(String code) {
        for (var each : values()) {
            if (each.code().equals(code)) {
                return each;
            }
        }
        return NEWEST;
    }

    String sql() {
        return switch (this) {
            case NEWEST -> "published_at desc, id desc";
            case HELPFUL -> "helpful desc, published_at desc, id desc";
            case LOWEST -> "stars, published_at desc, id desc";
        };
    }
}
