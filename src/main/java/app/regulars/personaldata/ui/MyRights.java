package app.regulars.personaldata.ui;

import app.regulars.personaldata.MyData;
import app.regulars.personaldata.RequestKind;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.StepUp;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * What else is known, block by block, and what a person may do about it: take it along, ask, object, complain, be forgotten. Every page
 * takes its own from the container.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class MyRights extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    /** What a person may ask on the page; erasure has a page of its own. */
    private static final List<RequestKind> KINDS = List.of(RequestKind.ACCESS, RequestKind.CORRECTION, RequestKind.OBJECTION, RequestKind.WITHDRAWAL,
            RequestKind.AUTOMATED, RequestKind.COMPLAINT);

    private final transient MyData data;
    private final transient Templates templates;
    private final transient Texts texts;
    private final transient CurrentUser user;
    private final transient StepUp stepUp;
    private final Fragment fragment = new Fragment("my-rights");
    private final Anchor archive;
    private Map<String, String> typed = Map.of();

    MyRights(MyData data, Templates templates, Texts texts, CurrentUser user, StepUp stepUp) {
        this.data = data;
        this.templates = templates;
        this.texts = texts;
        this.user = user;
        this.stepUp = stepUp;
        archive = new Anchor(this::send, "");
        archive.getElement().setAttribute("hidden", true).setAttribute("aria-hidden", "true").setAttribute("tabindex", "-1");
        fragment.on("download", values -> {
            stepUp.require();
            archive.getElement().executeJs("this.click()");
        }).on("ask", this::ask);
        getContent().addClassName("my-rights");
        getContent().add(fragment, archive);
    }

    /** The address of the file says nothing about whose it is: it is always that of whoever asks, with a fresh proof. */
    private void send(DownloadEvent event) {
        if (user.person().isEmpty() || !stepUp.isFresh()) {
            event.getResponse().setStatus(HttpStatusCode.FORBIDDEN.getCode());
            return;
        }
        event.setFileName("regulars.zip");
        event.setContentType("application/zip");
        data.writeArchive(user.requirePerson(), event.getOutputStream());
    }

    public void show() {
        refresh(Map.of());
    }

    private void ask(Map<String, String> values) {
        typed = Map.copyOf(values);
        try {
            var kind = Arrays.stream(RequestKind.values()).filter(each -> KINDS.contains(each) && each.code().equals(values.get("kind"))).findFirst().orElseThrow(NotFound::new);
            var number = data.ask(user.requirePerson(), kind, values.get("words"), locale());
            typed = Map.of();
            Notices.done(texts.get(locale(), "personaldata.ask.done", "number", number));
            refresh(Map.of());
        } catch (Refused refused) {
            refresh(Map.of(String.valueOf(refused.field()), texts.get(locale(), refused.key(), refused.arguments())));
        }
    }

    private void refresh(Map<String, String> errors) {
        CustomerId me = user.requirePerson();
        var model = new HashMap<String, Object>();
        model.put("blocks", data.blocks(me));
        model.put("requests", data.requests(me));
        model.put("kinds", KINDS);
        model.put("typed", typed);
        model.put("errors", errors);
        fragment.show(templates.render("personaldata/rights.jte", locale(), model));
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
