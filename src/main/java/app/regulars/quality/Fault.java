package app.regulars.quality;

import java.util.Locale;

/** What is wrong with a record, and how many points that is: the more, the sooner somebody should look. */
public enum Fault {
    /** There is no e-mail address, or the last message to it could not be delivered. */
    MAIL(4),
    /** There is probably another record of the same person. */
    DUPLICATE(3),
    /** There is no postal address, nor one of a company the person acts for. */
    ADDRESS(2),
    PHONE(1),
    /** A person with a name of one word. */
    NAME(1);

    private final int points;

    Fault(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
