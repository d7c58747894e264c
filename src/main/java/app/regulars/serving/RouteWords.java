package app.regulars.serving;

import app.regulars.inquiry.Explanation;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.StaffDirectory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Says a route in words, for whoever reads it in whichever language. */
@Component
class RouteWords {

    private static final String NONE = "none";

    private final Texts texts;
    private final StaffDirectory staff;
    private final Settings settings;

    RouteWords(Texts texts, StaffDirectory staff, Settings settings) {
        this.texts = texts;
        this.staff = staff;
        this.settings = settings;
    }

    Explanation of(Decision.Result result) {
        var route = result.route();
        if (route.position() == 0) {
            return new Explanation("serving.route.none", Map.of());
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
        return texts.get(locale, why.key(), named(why.values(), locale));
    }

    /** What made the rule fit, in words that a customer knows. */
    String reasons(RoutingBook.Route route, Locale locale) {
        if (route.position() == 0) {
            return texts.get(locale, "serving.route.none", Map.of());
        }
        return texts.get(locale, "serving.route.reasons", named(of(new Decision.Result(route, null)).values(), locale));
    }

    /** Names in place of the codes that a decision is kept with. */
    Map<String, String> named(Map<String, String> kept, Locale locale) {
        var values = new HashMap<>(kept);
        name(values, "type", code -> texts.get(locale, "inquiry.type." + code, Map.of()));
        name(values, "channel", code -> texts.get(locale, "inquiry.channel." + code, Map.of()));
        name(values, "priority", code -> texts.get(locale, "inquiry.priority." + code, Map.of()));
        name(values, "language", code -> Locale.of(code).getDisplayLanguage(locale));
        name(values, "tier", code -> settings.tierName(code, locale));
        name(values, "team", code -> settings.teams().content().team(code).map(team -> team.name().in(locale)).orElse(code));
        return values;
    }

    private static void name(Map<String, String> values, String value, UnaryOperator<String> name) {
        values.computeIfPresent(value, (same, code) -> NONE.equals(code) ? code : name.apply(code));
    }
}
