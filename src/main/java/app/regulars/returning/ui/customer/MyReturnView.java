package app.regulars.returning.ui.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.MyReturns;
import app.regulars.returning.ReturnNumber;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** One of my returns or complaints: how far it is, what I do next, what comes of it. Follows while it is open. */
@Route("my/returns/:number")
@RolesAllowed(Roles.CUSTOMER)
class MyReturnView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyReturns returns;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private ReturnNumber number;

    MyReturnView(Templates templates, MyReturns returns, CurrentUser user, Texts texts) {
        super(templates);
        this.returns = returns;
        this.user = user;
        this.texts = texts;
        page().on("sent", values -> step("sent", () -> returns.sent(user.requireCustomer(), user.requirePerson(), number, values.get("carrier"), values.get("tracking"))));
        page().on("withdraw", values -> step("withdrawn", () -> returns.withdraw(user.requireCustomer(), user.requirePerson(), number)));
        Live.on("returns:" + user.requireCustomer(), this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        number = new ReturnNumber(event.getRouteParameters().get("number").orElse(""));
        title(getTranslation("returning.file.title", "number", number.value()));
        refresh();
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

    private void refresh() {
        var file = returns.find(user.requireCustomer(), number);
        show("returning/file.jte", Map.of("file", file, "back", "/my/returns", "order", "/my/orders/" + file.orderNumber(), "slip", "/return-slip/" + number, "proof", ""));
    }
}
