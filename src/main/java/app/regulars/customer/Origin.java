package app.regulars.customer;

import app.regulars.platform.text.PersonTexts;

/**
 * How a record came to be, besides its source.
 *
 * @param form      the page or way in, such as "register"
 * @param referrer  the host that led here, or null; never a whole address
 * @param campaign  as the link named it, or null
 * @param statement the version of the privacy statement that stood beside the form, or null
 */
public record Origin(String form, String referrer, String campaign, String statement) {

    public Origin {
        form = cut(form, 60);
        referrer = cut(referrer, 200);
        campaign = cut(campaign, 100);
        statement = cut(statement, 80);
    }

    static Origin of(String source) {
        return new Origin(source, null, null, null);
    }

    private static String cut(String text, int most) {
        var clean = PersonTexts.clean(text);
        return clean == null || clean.length() <= most ? clean : clean.substring(0, most);
    }
}
