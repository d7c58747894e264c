package app.regulars.arranging;

import java.util.Locale;

/** What the shop's pages offer beside products and may leave out. It keeps its address: it is not offered, but nothing secret. */
public enum Section {

    HELP, FORUM, COMPARE, TRACK, NEWSLETTER;

    /** As it stands in forms and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
