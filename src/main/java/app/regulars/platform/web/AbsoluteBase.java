package app.regulars.platform.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Gives every live page the root as its base. Vaadin writes a base relative to the first address ("./.."), which means another
 * place as soon as the browser works it out again on a deeper page; then links lose their first part.
 */
@Component
class AbsoluteBase implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> response.getDocument().head().getElementsByTag("base")
                .attr("href", response.getVaadinRequest().getContextPath() + "/"));
    }
}
