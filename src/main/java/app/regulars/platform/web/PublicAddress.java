package app.regulars.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The address under which people reach the shop, for links in messages ({@code regulars.public-url}; else this machine). */
@Component
public class PublicAddress {

    private final String publicUrl;
    private volatile int port = 8080;

    PublicAddress(@Value("${regulars.public-url:}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @EventListener
    void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** @param path begins with "/" */
    public String of(String path) {
        return (publicUrl.isEmpty() ? "http://localhost:" + port : publicUrl) + path;
    }
}
