package app.regulars.demo;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console, once the demonstration is ready, where it is and as whom to sign in. */
@Component
@ConditionalOnBooleanProperty("regulars.demo")
class Addresses {

    private final Texts texts;
    private final Shop shop;
    private final DemoLoader loader;
    private final String publicUrl;

    Addresses(Texts texts, Shop shop, DemoLoader loader, @Value("${regulars.public-url:}") String publicUrl) {
        this.texts = texts;
        this.shop = shop;
        this.loader = loader;
        this.publicUrl = publicUrl;
    }

    @EventListener
    void show(ApplicationReadyEvent ready) {
        if (loader.isLoaded() && ready.getApplicationContext() instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
            var base = publicUrl.isBlank() ? "http://localhost:" + web.getWebServer().getPort() : publicUrl;
            System.out.println(box(base));
        }
    }

    String box(String base) {
        var lines = new ArrayList<>(List.of(text("ready", "shop", shop.name()), "",
                row(text("shop"), base + "/"), row(text("my"), base + "/my"), row(text("console"), base + "/console"),
                row(text("outbox"), base + "/console/outbox"), "", text("sign-ins", "password", DemoSignIns.PASSWORD), ""));
        DemoSignIns.ALL.forEach(person -> lines.add(row(text("sign-in." + person.role()), person.email())));
        lines.add("");
        lines.add(text("no-second-step"));
        lines.add(text("nothing-leaves"));
        var width = lines.stream().mapToInt(String::length).max().orElse(0);
        var bar = "─".repeat(width + 4);
        var box = new StringBuilder("\n┌").append(bar).append("┐\n");
        lines.forEach(line -> box.append("│  ").append(line).append(" ".repeat(width - line.length())).append("  │\n"));
        return box.append('└').append(bar).append("┘\n").toString();
    }

    private static String row(String what, String where) {
        return "%-18s %s".formatted(what, where);
    }

    private String text(String key, Object... values) {
        return texts.get(Languages.ENGLISH, "demo." + key, values);
    }
}
