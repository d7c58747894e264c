package app.regulars.matching;

import java.util.Locale;

/** What two records can have in common, and how much each says, in points of 100; from {@link #ENOUGH} points on staff are asked. */
public enum MatchKind {

    /** The same mailbox in another spelling: a tag after a plus sign, or dots where the provider ignores them. */
    MAILBOX(70),
    /** The same number in international form. */
    PHONE(45),
    /** The same words, whatever their order, accents and capitals. */
    NAME(35),
    /** The same street, number and postal code. */
    ADDRESS(40);

    static final int ENOUGH = 70;

    private final int points;

    MatchKind(int points) {
        this.points = points;
    }

    int points() {
        return points;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
