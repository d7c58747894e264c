package app.regulars.platform.ui;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.ProofNeeded;
import app.regulars.platform.security.StepUp;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The one place where what went wrong on a live page is said to the person: a broken rule as its sentence, a lost race as
 * "changed meanwhile", anything unexpected logged once under a short reference that the person is shown.
 */
@Component
public class UiErrors implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(UiErrors.class);
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final transient Texts texts;

    UiErrors(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().addSessionInitListener(event -> event.getSession().setErrorHandler(this::handle));
    }

    private void handle(ErrorEvent event) {
        var ui = event.getComponent().flatMap(com.vaadin.flow.component.Component::getUI).orElseGet(UI::getCurrent);
        if (isProofNeeded(event.getThrowable()) && ui != null && ui.isAttached()) {
            ui.getPage().setLocation(StepUp.page("/" + ui.getActiveViewLocation().getPathWithQueryParameters()));
            return;
        }
        var words = sentence(event.getThrowable(), ui == null ? Locale.CANADA : ui.getLocale());
        if (ui != null && ui.isAttached()) {
            Notices.error(words);
        }
    }

    private static boolean isProofNeeded(Throwable thrown) {
        var cause = thrown;
        while (cause != null && !(cause instanceof ProofNeeded)) {
            cause = cause == cause.getCause() ? null : cause.getCause();
        }
        return cause != null;
    }

    /** The sentence for the person; logs what nobody expected. */
    public String sentence(Throwable thrown, Locale locale) {
        for (var cause = thrown; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return texts.get(locale, refused.key(), refused.arguments());
                }
                case NotFound gone -> {
                    return texts.get(locale, "platform.error.not-found");
                }
                case OptimisticLockingFailureException lost -> {
                    return texts.get(locale, "platform.error.changed");
                }
                case AccessDeniedException denied -> {
                    return texts.get(locale, "platform.error.denied");
                }
                default -> {
                }
            }
        }
        return texts.get(locale, "platform.error.unexpected", "reference", logged(thrown));
    }

    /** Logs once. @return the short reference under which it stands in the log */
    public String logged(Throwable thrown) {
        var reference = new StringBuilder(6);
        for (var i = 0; i < 6; i++) {
            reference.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        log.error("reference {}", reference, thrown);
        return reference.toString();
    }
}
