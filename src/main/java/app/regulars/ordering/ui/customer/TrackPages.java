package app.regulars.ordering.ui.customer;

import app.regulars.ordering.Tracking;
import app.regulars.ordering.TrackingCodes;
import app.regulars.ordering.ui.OrderStep;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How far a parcel is, for whoever holds its link; and the way there for who knows number and e-mail. */
@Component
class TrackPages implements PublicPages {

    private static final int LONGEST = 60;
    private static final int GONE = 410;

    private final Tracking tracking;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final Clock clock;

    TrackPages(Tracking tracking, Templates templates, Texts texts, Shop shop, Clock clock) {
        this.tracking = tracking;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/track") || path.startsWith("/track/");
    }

    @Override
    public boolean isPrivate(String path) {
        return true;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("number");
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var locale = request.locale();
        if ("/track".equals(request.path())) {
            return Optional.of(PublicPage.of(texts.get(locale, "ordering.track.title"), texts.get(locale, "ordering.track.text"), "/track",
                    templates.render("ordering/track-find.jte", locale, Map.of("number", number(request)))));
        }
        if (!request.path().equals("/track/" + request.lastSegment())) {
            return Optional.empty();
        }
        if (tracking.isOver(request.lastSegment())) {
            var title = texts.get(locale, "ordering.track.over.title");
            return Optional.of(PublicPage.of(title, "", request.path(), templates.render("ordering/track-over.jte", locale, Map.of("title", title, "days", tracking.days(),
                    "replaced", tracking.isReplaced(request.lastSegment())))).withStatus(GONE).notIndexed());
        }
        return tracking.of(request.lastSegment()).map(track -> PublicPage.of(
                texts.get(locale, "ordering.order.number", "number", track.number().value()), "", request.path(),
                templates.render("ordering/track.jte", locale, Map.of("track", track, "steps", OrderStep.of(track.order()), "late",
                        track.order().isLate(clock.instant().atZone(shop.zone()).toLocalDate())))).notIndexed());
    }

    /** What stands there while the code is awaited; the same for everybody. */
    String code(Locale locale) {
        return templates.render("ordering/track-code.jte", locale, Map.of("minutes", TrackingCodes.VALID.toMinutes()));
    }

    /** The number that the address brings along, as far as it may be one. */
    private static String number(PublicRequest request) {
        var number = request.parameter("number", "").strip();
        return number.length() <= LONGEST ? number : "";
    }
}
