package app.regulars.platform.web;

import com.vaadin.flow.server.VaadinRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the work at hand was asked for. Only to be counted by its hash, never kept with a person. */
public final class Origin {

    private Origin() {
    }

    /** The network address of the request or live page; empty for work that nobody asked for over the network. */
    public static String here() {
        var live = VaadinRequest.getCurrent();
        if (live != null && live.getRemoteAddr() != null) {
            return live.getRemoteAddr();
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request && request.getRequest().getRemoteAddr() != null
                ? request.getRequest().getRemoteAddr() : "";
    }
}
