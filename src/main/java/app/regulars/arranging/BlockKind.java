package app.regulars.arranging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a block of the home page is made of. */
public enum BlockKind {

    /** The picture with the shop's greeting and its product of the day; always on top. */
    HERO,
    /** The usuals and the last order of who is known; what the shop promises to who is not. */
    YOURS,
    CATEGORIES,
    POPULAR,
    /** Every collection that is marked for the home page. */
    COLLECTIONS,
    NEWEST,
    /** The latest solved question, more of them, and help articles. */
    ANSWERS,
    /** Help articles alone. */
    HELP,
    /** Words of the shop's own, in both languages. */
    NOTICE,
    /** One collection. */
    COLLECTION,
    /** The first products of one category. */
    CATEGORY;

    /** As it stands in forms and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the home page may have several of them. */
    public boolean isRepeatable() {
        return this == NOTICE || this == COLLECTION || this == CATEGORY;
    }

    /** Whether it names a collection or a category. */
    public boolean hasTarget() {
        return this == COLLECTION || this == CATEGORY;
    }

    public static Optional<BlockKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
