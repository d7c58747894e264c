package app.regulars.platform.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

/**
 * A session lives for minutes only until a browser has opened a live page in it. Whatever merely fetches addresses (crawlers,
 * scanners, floods) would else fill the memory with sessions that nobody comes back to.
 */
@Component
class NewSessions implements HttpSessionListener, VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final int SECONDS_WITHOUT_A_PAGE = 300;
    private static final int SECONDS_A_MINUTE = 60;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval(SECONDS_WITHOUT_A_PAGE);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            var session = opened.getUI().getSession().getSession();
            if (session != null && session.getMaxInactiveInterval() == SECONDS_WITHOUT_A_PAGE
                    && VaadinServletRequest.getCurrent() instanceof VaadinServletRequest request) {
                session.setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * SECONDS_A_MINUTE);
            }
        });
    }
}
