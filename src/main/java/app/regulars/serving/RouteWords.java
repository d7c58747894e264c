package app.regulars.serving;

import app.regulars.inquiry.Explanation;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.StaffDirectory;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says a route in words, for whoever reads it in whichever language. */
@Component
class RouteWords {

    private static final String NONE = "none";

    private final Texts texts;
    private final StaffDirectory staff;

    RouteWords(Texts texts, StaffDirectory staff) {
        this.texts = texts;
        this.staff = staff;
    }

    Explanation of(Decision.Result result) {
        var route = result.route();
        if (route.position() == 0) {
            return new Explanation("serving.route.none", java.util.Map.of());
        }
        var values = new HashMap<String, String>();
        for (var condition : java.util.List.of("type", "product", "language", "tier", "channel", "words", "alike")) {
            values.put(condition, route.reasons().stream().filter(reason -> reason.condition().equals(condition)).map(RoutingBook.Reason::found).findFirst().orElse(NONE));
        }
        values.put("position", String.valueOf(route.position()));
        values.put("rule", route.rule());
        values.put("team", route.team() == null ? NONE : route.team());
        values.put("priority", route.priority() == null ? NONE : route.priority());
        values.put("pick", result.pick() == null ? NONE : result.pick().why());
        values.put("person", result.pick() == null || result.pick().staff() == null ? NONE : staff.find(new StaffId(result.pick().staff())).map(card -> card.name()).orElse(NONE));
        return new Explanation("serving.route.words", values);
    }

    String of(Decision.Result result, Locale locale) {
        var why = of(result);
        return texts.get(locale, why.key(), why.values());
    }

    /** What made the rule fit. */
    String reasons(RoutingBook.Route route, Locale locale) {
        var why = of(new Decision.Result(route, null));
        return texts.get(locale, route.position() == 0 ? "serving.route.none" : "serving.route.reasons", why.values());
    }
}
