package app.regulars.account;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person calls the program before her, "Firefox, Windows": enough to recognise it and too little to follow anybody. The full
 * words of the browser are not kept.
 */
final class BrowserName {

    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // those that also claim to be another come first
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Chrom", "Chrome");
        BROWSERS.put("Safari", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("CrOS", "Chromebook");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {
    }

    /** @param header the User-Agent, or null. @return empty when it says nothing we know */
    static String of(String header) {
        var browser = first(BROWSERS, header);
        var system = first(SYSTEMS, header);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(Map<String, String> names, String header) {
        return header == null ? "" : names.entrySet().stream().filter(name -> header.contains(name.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }
}
