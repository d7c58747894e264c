package app.regulars.calling.ui;

import app.regulars.calling.Call;
import app.regulars.calling.CallDesk;
import app.regulars.calling.CallState;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The calls of whoever sits here, on whatever page of the console: who calls, with the way to the customer and a place to note. What was put aside stays so in this session. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class CallDock extends Div {

    private static final long serialVersionUID = 1L;
    private static final String ASIDE = CallDock.class.getName() + ".aside";

    private final transient CallDesk desk;
    private final transient CustomerDirectory customers;
    private final transient CurrentUser user;
    private final transient Templates templates;
    private final transient Texts texts;
    private final transient Clock clock;
    private final Fragment cards = new Fragment("call-dock");
    private final Span said = new Span();
    private final Set<String> announced = new HashSet<>();

    CallDock(CallDesk desk, CustomerDirectory customers, CurrentUser user, Templates templates, Texts texts, Clock clock) {
        this.desk = desk;
        this.customers = customers;
        this.user = user;
        this.templates = templates;
        this.texts = texts;
        this.clock = clock;
        addClassName("call-dock");
        said.addClassName("vh");
        said.getElement().setAttribute("role", "status");
        add(said, cards);
        cards.on("take", values -> done(() -> desk.take(number(values), user.requireStaff())));
        cards.on("end", values -> done(() -> desk.end(number(values), user.requireStaff())));
        cards.on("identify", values -> done(() -> desk.identify(number(values), values.get("who"), user.requireStaff())));
        cards.on("note", this::note);
        cards.on("aside", values -> {
            aside().add(number(values));
            look();
        });
        Live.on("calls", this, this::look);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        look();
    }

    private void look() {
        if (user.staff().isEmpty() || !user.may(Permissions.INQUIRIES_SEE)) {
            return;
        }
        var me = user.requireStaff();
        var calls = desk.at(me).stream().filter(call -> !aside().contains(call.number())).toList();
        if (calls.isEmpty()) {
            cards.show("");
            return;
        }
        var known = customers.cards(calls.stream().map(Call::customer).filter(Objects::nonNull).collect(Collectors.toSet()));
        var matches = calls.stream().filter(call -> call.customer() == null).collect(Collectors.toMap(Call::number, desk::matches));
        var values = new HashMap<String, Object>();
        values.put("calls", calls);
        values.put("customers", known);
        values.put("matches", matches);
        values.put("now", clock.instant());
        values.put("me", me);
        values.put("answers", user.may(Permissions.INQUIRIES_ANSWER));
        values.put("seesCustomers", user.may(Permissions.CUSTOMERS_SEE));
        values.put("makes", user.may(Permissions.CUSTOMERS_CHANGE));
        cards.show(templates.render("calling/dock.jte", locale(), values));
        calls.stream().filter(call -> call.state(clock.instant()) == CallState.RINGING && announced.add(call.number())).findFirst()
                .ifPresent(call -> said.setText(texts.get(locale(), "calling.dock.said", "name", name(call, known))));
    }

    private String name(Call call, Map<app.regulars.platform.identity.CustomerId, CustomerCard> known) {
        return known.containsKey(call.customer()) ? known.get(call.customer()).displayName() : texts.get(locale(), call.caller() == null ? "calling.withheld" : "calling.unknown");
    }

    private void note(Map<String, String> values) {
        var number = number(values);
        done(() -> {
            desk.note(number, values.get("note"), null, user.requireStaff());
            cards.clearDraft("call-" + number);
            aside().add(number);
            Notices.done(texts.get(locale(), "calling.noted"));
        });
    }

    private void done(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        } catch (NotFound gone) {
            // shown as it is now
        }
        look();
    }

    private static String number(Map<String, String> values) {
        return values.getOrDefault("call", "");
    }

    /** Shared by the pages of one session, and kept over a reload. */
    @SuppressWarnings("unchecked")
    private Set<String> aside() {
        var session = getUI().orElseGet(UI::getCurrent).getSession();
        var kept = (Set<String>) session.getAttribute(ASIDE);
        if (kept == null) {
            kept = java.util.concurrent.ConcurrentHashMap.newKeySet();
            session.setAttribute(ASIDE, kept);
        }
        return kept;
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
