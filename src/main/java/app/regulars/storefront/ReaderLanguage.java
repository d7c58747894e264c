package app.regulars.storefront;

import app.regulars.platform.i18n.Languages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Live pages speak the language of the painted ones: the address says it, else the cookie, else the browser. */
@Component
class ReaderLanguage implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(start -> {
            var request = VaadinRequest.getCurrent();
            var ui = start.getUI();
            var asked = ui.getInternals().getActiveViewLocation() == null ? List.<String>of()
                    : ui.getInternals().getActiveViewLocation().getQueryParameters().getParameters("lang");
            ui.setLocale(Languages.resolve(asked.isEmpty() ? null : asked.getFirst(), cookie(request), request == null ? null : request.getHeader("Accept-Language")));
        });
    }

    private static String cookie(VaadinRequest request) {
        return request == null || request.getCookies() == null ? null : Arrays.stream(request.getCookies())
                .filter(cookie -> Languages.COOKIE.equals(cookie.getName())).map(Cookie::getValue).findFirst().orElse(null);
    }
}
