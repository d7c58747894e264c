package app.regulars.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** How somebody looks at Regulars: the size of their window, light or dark, and their language. */
public record Look(String name, int width, int height, boolean touch, ColorScheme scheme, String locale) {

    public static final Look PHONE = new Look("phone", 390, 844, true, ColorScheme.LIGHT, "en-CA");
    public static final Look DESKTOP = new Look("desktop", 1440, 900, false, ColorScheme.LIGHT, "en-CA");

    public Look dark() {
        return new Look(name + "-dark", width, height, touch, ColorScheme.DARK, locale);
    }

    public Look in(String language) {
        return new Look(name + "-" + language, width, height, touch, scheme, language);
    }

    NewContextOptions options(String baseUrl) {
        return new NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(width, height)
                .setIsMobile(touch)
                .setHasTouch(touch)
                .setColorScheme(scheme)
                .setLocale(locale)
                .setTimezoneId("America/Halifax")
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
