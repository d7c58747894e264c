package app.regulars.platform.web;

import java.util.function.UnaryOperator;
import ua_parser.Parser;

/**
 * What a person calls the program before her, "Firefox, Windows": enough to recognise it and too little to follow anybody. The full
 * words of the browser are not kept.
 */
public final class BrowserFamily {

    private static final String UNKNOWN = "Other";
    private static final int LONGEST = 60;
    /** The first of what a browser says of itself is enough, and a request may be long. */
    private static final int READ = 300;

    private BrowserFamily() {
    }

    /** Read at the first use: it takes a moment. */
    private static final class Known {

        private static final Parser PARSER = new Parser();
    }

    /** @param header the User-Agent, or null. @return empty when it says nothing we know, else at most 60 characters */
    public static String of(String header) {
        if (header == null || header.isBlank()) {
            return "";
        }
        var client = Known.PARSER.parse(header.length() > READ ? header.substring(0, READ) : header);
        var browser = name(client.userAgent.family, family -> family.replaceAll("\\b(Mobile|iOS|WebView|Headless)\\b|^Headless", "").replaceAll("\\s+", " ").strip());
        var system = name("iOS".equals(client.os.family) ? client.device.family : client.os.family, family -> family.replace("Mac OS X", "macOS").replace("Chrome OS", "Chromebook"));
        var both = browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
        return both.length() > LONGEST ? both.substring(0, LONGEST) : both;
    }

    private static String name(String family, UnaryOperator<String> plain) {
        return family == null || UNKNOWN.equals(family) ? "" : plain.apply(family);
    }
}
