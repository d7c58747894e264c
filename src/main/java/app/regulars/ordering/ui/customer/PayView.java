package app.regulars.ordering.ui.customer;

import app.regulars.ordering.OrderPaying;
import app.regulars.payment.CardPaying;
import app.regulars.payment.PaymentMethods;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.Map;

/** Paying an order, now or later, for whoever holds its link; also where the browser lands after a gateway's page. */
@Route("pay/:token")
@AnonymousAllowed
class PayView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient OrderPaying paying;
    private final transient Texts texts;
    private String token = "";
    private boolean unreachable;
    private boolean listening;

    PayView(Templates templates, OrderPaying paying, Texts texts) {
        super(templates);
        this.paying = paying;
        this.texts = texts;
        page().on("card", values -> card());
        page().on("choose", values -> choose(values.get("method")));
        page().on("look", values -> look());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        if (isOver()) {
            return;
        }
        var toPay = paying.of(token);
        title(getTranslation("ordering.pay.title", "number", toPay.number().value()));
        if (!listening) {
            listening = true;
            Live.on("order:" + toPay.id(), this, this::update);
        }
        var asked = event.getLocation().getQueryParameters().getParameters();
        unreachable = false;
        if (toPay.unclear() && (asked.containsKey("back") || toPay.stand().isAwaited())) {
            unreachable = !paying.look(token);
        }
        update();
        if (asked.containsKey("now") && PaymentMethods.CARD.equals(toPay.stand().method())) {
            card();
        }
    }

    private void look() {
        if (!isOver()) {
            unreachable = !paying.look(token);
            update();
        }
    }

    /** Says so, where the time of the link is over; also while its page is open. */
    private boolean isOver() {
        var ended = paying.ended(token);
        ended.ifPresent(over -> {
            title(getTranslation("ordering.pay.over.title"));
            show("ordering/pay-over.jte", Map.of("over", over));
        });
        return ended.isPresent();
    }

    private void card() {
        if (isOver()) {
            return;
        }
        switch (paying.byCard(token, locale())) {
            // on entering the view stands on no page yet
            case CardPaying.Page page -> UI.getCurrent().getPage().setLocation(page.address());
            case CardPaying.NothingToPay nothing -> update();
            case CardPaying.Unreachable down -> {
                unreachable = true;
                update();
                page().getElement().executeJs("setTimeout(()=>this.querySelector('.co-notice')?.focus())");
            }
        }
    }

    private void choose(String method) {
        if (isOver()) {
            return;
        }
        try {
            if (PaymentMethods.CARD.equals(method)) {
                card();
                return;
            }
            paying.choose(token, method == null ? "" : method);
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        unreachable = false;
        update();
    }

    private void update() {
        if (isOver()) {
            return;
        }
        var values = new HashMap<String, Object>();
        values.put("pay", paying.of(token));
        values.put("unreachable", unreachable);
        show("ordering/pay.jte", values);
    }
}
