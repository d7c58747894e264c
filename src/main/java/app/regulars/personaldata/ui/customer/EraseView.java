package app.regulars.personaldata.ui.customer;

import app.regulars.personaldata.MyData;
import app.regulars.personaldata.RequestState;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.security.StepUp;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;

/** What would be erased, what stays and why; and the last step, which wants a fresh proof and the person's own address typed. */
@Route("my/privacy/erase")
@RolesAllowed(Roles.CUSTOMER)
class EraseView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyData data;
    private final transient CurrentUser user;
    private final transient StepUp stepUp;
    private final transient Texts texts;
    private String error;

    EraseView(Templates templates, MyData data, CurrentUser user, StepUp stepUp, Texts texts) {
        super(templates);
        this.data = data;
        this.user = user;
        this.stepUp = stepUp;
        this.texts = texts;
        page().on("prove", values -> {
            stepUp.require();
            refresh(null);
        }).on("erase", this::erase);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("personaldata.erase.title"));
        refresh(null);
    }

    private void erase(Map<String, String> values) {
        stepUp.require();
        try {
            error = null;
            var request = data.erase(user.requirePerson(), values.get("typed"), locale());
            refresh(request.number());
            if (data.unfinished(user.requirePerson()).isEmpty()) {
                getElement().executeJs("setTimeout(() => location.assign('/login?closed'), 6000)");
            }
        } catch (Refused refused) {
            error = texts.get(locale(), refused.key(), refused.arguments());
            refresh(null);
        }
    }

    private void refresh(String done) {
        var me = user.requirePerson();
        var model = new HashMap<String, Object>();
        model.put("blocks", data.blocks(me));
        model.put("unfinished", data.unfinished(me));
        model.put("waiting", data.requests(me).stream().anyMatch(request -> request.state() == RequestState.WAITING));
        model.put("fresh", stepUp.isFresh());
        model.put("email", user.get().map(who -> who.email()).orElse(""));
        model.put("error", error);
        model.put("done", done);
        show("personaldata/erase.jte", model);
    }
}
