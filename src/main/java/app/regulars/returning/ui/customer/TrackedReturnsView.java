package app.regulars.returning.ui.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.MyReturns;
import app.regulars.returning.NewReturn;
import app.regulars.returning.ReturnKind;
import app.regulars.returning.ReturnNumber;
import app.regulars.returning.TrackedReturns;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** Returns and complaints of one order for whoever holds its link: the form, or one of them. The address says which. */
@Route("returns/:token")
@AnonymousAllowed
class TrackedReturnsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient TrackedReturns returns;
    private final transient MyReturns reasons;
    private final transient Texts texts;
    private final ReturnForm form;
    private String token = "";
    private String follows = "";

    TrackedReturnsView(Templates templates, TrackedReturns returns, MyReturns reasons, Texts texts, ReturnForm form) {
        super(templates);
        this.returns = returns;
        this.reasons = reasons;
        this.texts = texts;
        this.form = form;
        addClassNames("wrap", "return-page", "alone");
        add(form);
        form.onChoice(values -> change(Map.of(values.getOrDefault("name", ""), values.getOrDefault("value", ""))));
        page().on("sent", values -> step("sent", () -> returns.sent(token, number(), values.get("carrier"), values.get("tracking"))));
        page().on("withdraw", values -> step("withdrawn", () -> returns.withdraw(token, number())));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        if (returns.isOver(token)) {
            event.forwardToUrl("/track/" + token);
            return;
        }
        var order = returns.order(token);
        if (!follows.equals(token)) {
            follows = token;
            Live.on("returns-of:" + order.order().summary().id(), this, this::refresh);
        }
        refresh();
    }

    private void refresh() {
        var order = returns.order(token);
        var asked = !parameter("number").isEmpty();
        form.setVisible(!asked);
        if (asked) {
            title(getTranslation("returning.file.title", "number", number().value()));
            show("returning/file.jte", Map.of("file", returns.find(token, number()), "back", "/returns/" + token, "order", "/track/" + token, "slip",
                    "/return-slip/" + number() + "?t=" + token, "proof", token));
            return;
        }
        title(getTranslation("returning.new.title", "order", order.number().value()));
        show("returning/tracked.jte", Map.of("order", order.number().value(), "back", "/track/" + token, "rows", returns.list(token), "base", "/returns/" + token + "?number="));
        var kind = "complaint".equals(parameter("kind")) ? ReturnKind.COMPLAINT : ReturnKind.RETURN;
        form.show(new ReturnForm.Shown(order.number().value(), returns.lines(token), number("line", -1, -1, 10_000), kind, reasons.reasons(kind), "/track/" + token), this::send);
    }

    private void send(NewReturn typed) {
        var opened = returns.open(token, typed, Languages.of(locale().toLanguageTag()));
        Notices.done(getTranslation("returning.new.done", "number", opened.value()));
        Deeds.done("return-opened");
        change(Map.of("number", opened.value(), "line", "", "kind", ""));
    }

    private void step(String what, Runnable deed) {
        try {
            deed.run();
            Notices.done(getTranslation("returning.done." + what));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh();
    }

    private ReturnNumber number() {
        return new ReturnNumber(parameter("number"));
    }
}
