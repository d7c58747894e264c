package app.regulars.platform.privacy;

import app.regulars.platform.identity.CustomerId;
import java.util.Locale;

/** Keeps what a person says to a purpose on a page of another module, in the words in force; implemented by the privacy module. */
public interface SpokenConsents {

    /** @param form where it was said, such as "profile" */
    void say(CustomerId person, String purpose, Locale locale, String form, boolean yes);
}
