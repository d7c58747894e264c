package app.regulars.ordering.ui.customer;

import app.regulars.ordering.CheckoutResult;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;

/** What was ordered in this session, so that a guest sees the own confirmation and nobody else's. */
final class Ordered {

    private static final String PREFIX = Ordered.class.getName() + ":";

    private Ordered() {
    }

    static void here(CheckoutResult.Placed placed) {
        VaadinSession.getCurrent().setAttribute(PREFIX + placed.number().value(), placed.trackToken());
    }

    /** What is to be paid by card goes to its payment, everything else to the thanks. */
    static void next(UI ui, CheckoutResult.Placed placed) {
        if (placed.byCard()) {
            ui.navigate("pay/" + placed.trackToken(), QueryParameters.of("now", ""));
        } else {
            ui.navigate("checkout/done/" + placed.number());
        }
    }

    static Optional<String> token(String number) {
        return Optional.ofNullable((String) VaadinSession.getCurrent().getAttribute(PREFIX + number));
    }
}
