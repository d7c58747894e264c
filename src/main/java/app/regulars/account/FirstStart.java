package app.regulars.account;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the way in on the console as long as nobody works here. */
@Component
class FirstStart {

    private final ShopOpening opening;
    private final Texts texts;
    private final String publicUrl;

    FirstStart(ShopOpening opening, Texts texts, @Value("${regulars.public-url:}") String publicUrl) {
        this.opening = opening;
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    @EventListener
    void show(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
                && web.getWebServer().getPort() > 0) {
            var base = publicUrl.isBlank() ? "http://localhost:" + web.getWebServer().getPort() : publicUrl;
            opening.invite().ifPresent(secret -> System.out.println("\n  " + texts.get(Languages.ENGLISH, "account.first.console")
                    + "\n\n  " + base + "/welcome?key=" + secret + "\n"));
        }
    }
}
