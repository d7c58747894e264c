package app.regulars.watching;

import java.util.Locale;
import java.util.Optional;

/** What somebody wants to be told of. */
public enum WatchKind {
    BACK, CHEAPER;

    /** As it stands in addresses, forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WatchKind> of(String code) {
        for (var kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
