package app.regulars.storefront;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.MyConfigurations;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Origin;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import app.regulars.review.MyReviews;
import app.regulars.watching.MyWatches;
import app.regulars.watching.VisitorsWatches;
import app.regulars.watching.WatchKind;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

@Route("p/:handle")
@AnonymousAllowed
class ProductView extends ShopView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NUMBER = 7;
    private static final String INPUT = "input-";

    private final transient ProductPages pages;
    private final transient CurrentUser user;
    private final transient MyWatches watches;
    private final transient VisitorsWatches visitors;
    private final transient MyConfigurations configurations;
    private final transient MyReviews reviews;
    private final transient Texts texts;
    private final transient Templates templates;
    private String handle;
    private String sku;
    private int quantity = 1;
    private Locale locale;

    ProductView(ProductPages pages, CurrentCart cart, CurrentUser user, MyWatches watches, VisitorsWatches visitors,
                MyConfigurations configurations, MyReviews reviews, Texts texts, Templates templates) {
        super(pages, cart);
        this.user = user;
        this.watches = watches;
        this.visitors = visitors;
        this.configurations = configurations;
        this.reviews = reviews;
        this.pages = pages;
        this.texts = texts;
        this.templates = templates;
        main().on("choose", values -> choose(values.getOrDefault("name", ""), values.getOrDefault("value", "")));
        main().on("add", this::add);
        main().on("watch", this::watch);
        main().on("review-helpful", values -> helpful(values.getOrDefault("review", "")));
    }

    @Override
    protected void entered(PublicRequest request, PublicPage page) {
        handle = request.lastSegment();
        sku = request.parameter("v", "");
        locale = request.locale();
        // another page, order or choice of reviews is a navigation: back to where they stand
        getElement().executeJs("setTimeout(() => location.hash === '#reviews' && document.getElementById('reviews')?.scrollIntoView(), 60)");
    }

    private ProductChoice choice() {
        return pages.choice(handle, sku, shopper()).orElseThrow(NotFound::new);
    }

    private void choose(String option, String value) {
        if (choice().forbidden(option, value) != null) {
            return;
        }
        var choice = choice().choosing(option, value);
        sku = choice.variant().sku();
        show(choice, null);
        main().patch("#sku", templates.render("storefront/text.jte", locale, Map.of("text", sku)));
        choice.picture().ifPresent(picture -> getElement().executeJs("this.querySelector('[data-picture=\"' + $0 + '\"]')?.click()", picture));
        UI.getCurrent().getPage().getHistory().replaceState(null, "p/" + handle + "?v=" + sku);
    }

    private void add(Map<String, String> typed) {
        var choice = choice();
        if ("save".equals(typed.get("do"))) {
            save(choice, typed);
            return;
        }
        var text = typed.getOrDefault("quantity", "").strip();
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(Character::isDigit)) {
            problem(choice, texts.get(locale, "storefront.quantity.wrong"));
            return;
        }
        try {
            quantity = Integer.parseInt(text);
            cart().add(choice.variant().id(), said(choice, typed), quantity);
            show(choice, null);
            main().patch("#added", templates.render("storefront/added.jte", locale, Map.of("choice", choice, "quantity", quantity)));
        } catch (NumberFormatException other) {
            problem(choice, texts.get(locale, "storefront.quantity.wrong"));
        } catch (Refused refused) {
            problem(choice, refused);
        }
    }

    private void problem(ProductChoice choice, Refused refused) {
        var sentence = texts.get(locale, refused.key(), refused.arguments());
        if (refused.field() != null && refused.field().startsWith(INPUT)) {
            main().patch("#added", "");
            main().fieldError(refused.field(), sentence);
        } else {
            problem(choice, sentence);
        }
    }

    /** Keeps what was chosen and written, for another time. */
    private void save(ProductChoice choice, Map<String, String> typed) {
        var me = user.customer();
        if (me.isPresent()) {
            try {
                configurations.add(me.get(), choice.variant().id(), said(choice, typed), choice.product().name().in(locale));
            } catch (Refused refused) {
                problem(choice, refused);
                return;
            }
        }
        main().patch("#added", templates.render("storefront/saved.jte", locale, Map.of("known", me.isPresent())));
    }

    /** What was written into the fields of this product. */
    private static Configuration said(ProductChoice choice, Map<String, String> typed) {
        var values = new HashMap<String, String>();
        choice.product().inputs().forEach(input -> values.put(input.code(), typed.getOrDefault(INPUT + input.code(), "")));
        return new Configuration(values);
    }

    /** A wish to be told: at once for who is signed in, by a mailed link for everybody else. */
    private void watch(Map<String, String> typed) {
        var choice = choice();
        var kind = WatchKind.of(typed.getOrDefault("kind", "")).orElse(null);
        if (kind == null || choice.variant() == null) {
            return;
        }
        var person = user.person();
        var model = new HashMap<String, Object>(Map.of("choice", choice, "known", person.isPresent()));
        try {
            if (person.isPresent()) {
                watches.add(person.get(), choice.variant().id(), kind, locale);
            } else {
                visitors.ask(typed.getOrDefault("email", ""), choice.variant().id(), kind, locale, Origin.here());
            }
            model.put("done", person.isPresent() ? "done" : "mailed");
        } catch (Refused refused) {
            model.put("problem", texts.get(locale, refused.key(), refused.arguments()));
            model.put("typed", typed.getOrDefault("email", ""));
        }
        main().patch("#watch", templates.render("storefront/watch.jte", locale, model));
        if (model.containsKey("problem")) {
            getElement().executeJs("setTimeout(() => document.getElementById('watch-email')?.focus(), 50)");
        }
    }

    /** A mark of who is signed in; everybody else is shown the way there. */
    private void helpful(String review) {
        var person = user.person();
        if (person.isEmpty()) {
            Notices.done(texts.get(locale, "review.helpful.sign-in"));
            return;
        }
        try {
            var marks = reviews.helpful(person.get(), UUID.fromString(review));
            main().patch("#marks-" + UUID.fromString(review), marks == 0 ? "" : String.valueOf(marks));
        } catch (Refused refused) {
            Notices.error(refusal(refused));
        } catch (NotFound | IllegalArgumentException gone) {
            // it is her own, or not there any more: nothing to count
        }
    }

    private void show(ProductChoice choice, String problem) {
        main().patch("#buy", pages.buy(choice, locale, quantity, problem));
        main().patch("#sticky", templates.render("storefront/sticky.jte", locale, Map.of("choice", choice, "quantity", quantity)));
        main().patch("#watch", templates.render("storefront/watch.jte", locale, Map.of("choice", choice, "known", user.person().isPresent())));
    }

    private void problem(ProductChoice choice, String sentence) {
        show(choice, sentence);
        main().patch("#added", "");
        getElement().executeJs("setTimeout(() => document.getElementById('quantity')?.focus(), 50)");
    }
}
