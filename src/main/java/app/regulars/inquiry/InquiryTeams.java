package app.regulars.inquiry;

import java.util.Locale;
import java.util.Map;

/** The teams an inquiry can be given to; implemented by the module that has them. */
public interface InquiryTeams {

    /** Names by code, in the order in which people read them. */
    Map<String, String> names(Locale locale);

    /** The values of an explanation with names in place of codes. */
    Map<String, String> named(Explanation why, Locale locale);
}
