package app.regulars.platform.ui;

import com.vaadin.flow.component.Html;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The one set of icons (src/main/resources/platform/icons.properties), for templates and for live components. */
public final class Icons {

    private static final Map<String, String> SVG = load();

    private Icons() {
    }

    /** The icon as decorative SVG text. @throws IllegalArgumentException for a name that is not in the set */
    public static String svg(String name) {
        var svg = SVG.get(name);
        if (svg == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return svg;
    }

    /** The icon as a live component. */
    public static Html of(String name) {
        return new Html(svg(name));
    }

    private static Map<String, String> load() {
        var drawings = new Properties();
        try (var reader = new InputStreamReader(Icons.class.getResourceAsStream("/platform/icons.properties"), StandardCharsets.UTF_8)) {
            drawings.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var svg = new HashMap<String, String>();
        drawings.forEach((name, inside) -> svg.put((String) name,
                "<svg class=\"icon i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">" + inside + "</svg>"));
        return Map.copyOf(svg);
    }
}
