package app.regulars.personaldata;

import java.util.Locale;

/** What a column has to do with people. */
public enum PersonalMark {

    NO,
    /** Says who somebody is: a name, an address, a number to call. */
    DIRECT,
    /** Hangs on somebody who is named elsewhere. */
    LINKED,
    /** Free words, which may name anybody. */
    CONTENT;

    static PersonalMark of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
