package app.regulars.ordering.ui.customer;

import app.regulars.ordering.TrackingCodes;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.UUID;

/** Number and address first, then the code that was mailed there; the ticket between the two never leaves the server. */
@Route("track")
@AnonymousAllowed
class TrackFindView extends PublicView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final transient TrackPages pages;
    private final transient TrackingCodes codes;
    private final transient Texts texts;
    private UUID ticket = UUID.randomUUID();

    TrackFindView(TrackPages pages, TrackingCodes codes, Texts texts) {
        super(pages);
        this.pages = pages;
        this.codes = codes;
        this.texts = texts;
        main().on("track", this::ask);
        main().on("code", this::enter);
        main().on("again", values -> again());
    }

    private transient PublicRequest asked;

    @Override
    protected void entered(PublicRequest request, PublicPage page) {
        asked = request;
    }

    private void ask(Map<String, String> values) {
        try {
            ticket = codes.ask(bounded(values, "number"), bounded(values, "email"), UI.getCurrent().getLocale());
            main().show(pages.code(UI.getCurrent().getLocale()));
            focus("#code");
        } catch (Refused refused) {
            say(refused, "number");
        }
    }

    private void enter(Map<String, String> values) {
        try {
            codes.token(ticket, bounded(values, "code")).ifPresentOrElse(found -> UI.getCurrent().navigate("track/" + found),
                    () -> main().fieldError("code", getTranslation("ordering.track.code.wrong")));
        } catch (Refused refused) {
            say(refused, "code");
        }
    }

    private void again() {
        pages.page(asked).ifPresent(page -> main().show(page.html()));
        focus("#number");
    }

    private void say(Refused refused, String otherwise) {
        main().fieldError(refused.field() == null ? otherwise : refused.field(), texts.get(UI.getCurrent().getLocale(), refused.key(), refused.arguments()));
    }

    private void focus(String field) {
        main().getElement().executeJs("setTimeout(()=>this.querySelector($0)?.focus())", field);
    }

    private static String bounded(Map<String, String> values, String name) {
        var value = values.getOrDefault(name, "");
        return value.length() > LONGEST ? "" : value;
    }
}
