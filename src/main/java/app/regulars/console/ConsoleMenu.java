package app.regulars.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.regulars.platform.i18n.Texts;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.springframework.stereotype.Component;

/**
 * The staff's menu: every view below /console with {@code @Menu}, as far as the person may open it. The title is a text key;
 * the order decides the section: below 10 the daily work, 10 to 19 selling, 20 to 29 the shop, 30 to 39 growing, 40 to 49
 * understanding, from 50 the house itself.
 */
@Component
public class ConsoleMenu {

    private static final List<String> SECTIONS = List.of("daily", "sell", "shop", "grow", "understand", "house");

    private final Texts texts;

    ConsoleMenu(Texts texts) {
        this.texts = texts;
    }

    /** @param count what waits there; 0 shows nothing */
    public record Entry(String path, String title, String icon, boolean current, long count) {
    }

    /** @param title null for the first, which needs none */
    public record Section(String key, String title, List<Entry> entries) {
    }

    /** What this person may open. Only answered while a request of the person is served. */
    static List<MenuEntry> entries() {
        return MenuConfiguration.getMenuEntries().stream().filter(entry -> path(entry).matches("console(/.*)?"))
                .sorted(Comparator.comparing(ConsoleMenu::order)).toList();
    }

    List<Section> sections(List<MenuEntry> all, Locale locale, String currentPath, Map<String, Long> counts) {
        var current = all.stream().map(ConsoleMenu::path).filter(path -> currentPath.equals(path) || !"console".equals(path) && currentPath.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length)).orElse("");
        var sections = new ArrayList<Section>();
        for (var number = 0; number < SECTIONS.size(); number++) {
            var here = number;
            var entries = all.stream().filter(entry -> Math.min(SECTIONS.size() - 1, (int) (order(entry) / 10)) == here)
                    .map(entry -> entry(entry, locale, current, counts)).toList();
            if (!entries.isEmpty()) {
                var key = SECTIONS.get(number);
                sections.add(new Section(key, number == 0 ? null : texts.get(locale, "console.nav." + key), entries));
            }
        }
        return sections;
    }

    private Entry entry(MenuEntry entry, Locale locale, String current, Map<String, Long> counts) {
        var path = path(entry);
        return new Entry(path, texts.get(locale, entry.title()), entry.icon() == null ? "right" : entry.icon(), path.equals(current),
                counts.getOrDefault(path, 0L));
    }

    private static String path(MenuEntry entry) {
        return entry.path().replaceAll("^/+|/+$", "");
    }

    private static double order(MenuEntry entry) {
        return entry.order() == null ? 50 : entry.order();
    }
}
