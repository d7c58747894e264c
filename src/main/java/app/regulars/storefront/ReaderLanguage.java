package app.regulars.storefront;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.web.ReaderLanguages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Live pages say and speak the language of the painted ones: the address says it, else what was chosen, else the account, else the browser. */
@Component
class ReaderLanguage implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            if (response.getVaadinRequest() instanceof VaadinServletRequest known) {
                response.getDocument().getElementsByTag("html").attr("lang", ReaderLanguages.of(known.getHttpServletRequest()).toLanguageTag());
            }
        });
        event.getSource().addUIInitListener(start -> {
            var request = VaadinRequest.getCurrent();
            var ui = start.getUI();
            var asked = ui.getInternals().getActiveViewLocation() == null ? List.<String>of()
                    : ui.getInternals().getActiveViewLocation().getQueryParameters().getParameters("lang");
            var said = asked.isEmpty() ? null : asked.getFirst();
            ui.setLocale(request instanceof VaadinServletRequest known ? ReaderLanguages.of(known.getHttpServletRequest(), said) : Languages.of(said));
        });
    }
}
