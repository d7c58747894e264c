package app.regulars.returning.ui.customer;

import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.MyReturns;
import app.regulars.returning.NewReturn;
import app.regulars.returning.ReturnKind;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;

/** Send something of an order back, or say what is wrong with it. The address holds the line and which of the two. */
@Route("my/orders/:number/return")
@RolesAllowed(Roles.CUSTOMER)
class NewReturnView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyReturns returns;
    private final transient CurrentUser user;
    private final ReturnForm form;
    private OrderNumber number;

    NewReturnView(Templates templates, MyReturns returns, CurrentUser user, ReturnForm form) {
        super(templates);
        this.returns = returns;
        this.user = user;
        this.form = form;
        addClassName("return-page");
        add(form);
        form.onChoice(values -> change(Map.of(values.getOrDefault("name", ""), values.getOrDefault("value", ""))));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        number = new OrderNumber(event.getRouteParameters().get("number").orElse(""));
        title(getTranslation("returning.new.title", "order", number.value()));
        var back = "/my/orders/" + number;
        show("returning/head.jte", new HashMap<>(Map.of("order", number.value(), "back", back)));
        var kind = "complaint".equals(parameter("kind")) ? ReturnKind.COMPLAINT : ReturnKind.RETURN;
        form.show(new ReturnForm.Shown(number.value(), returns.lines(user.requireCustomer(), number), number("line", -1, -1, 10_000), kind, returns.reasons(kind), back),
                this::send);
    }

    private void send(NewReturn typed) {
        var opened = returns.open(user.requireCustomer(), user.requirePerson(), number, typed, Languages.of(locale().toLanguageTag()));
        Notices.done(getTranslation("returning.new.done", "number", opened.value()));
        Deeds.done("return-opened");
        getUI().ifPresent(ui -> ui.navigate("my/returns/" + opened));
    }
}
