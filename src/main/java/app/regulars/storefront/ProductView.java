package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.Map;

@Route("p/:handle")
@AnonymousAllowed
class ProductView extends ShopView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NUMBER = 7;

    private final transient ProductPages pages;
    private final transient Texts texts;
    private final transient Templates templates;
    private String handle;
    private String sku;
    private int quantity = 1;
    private Locale locale;

    ProductView(ProductPages pages, CurrentCart cart, Texts texts, Templates templates) {
        super(pages, cart);
        this.pages = pages;
        this.texts = texts;
        this.templates = templates;
        main().on("choose", values -> choose(values.getOrDefault("name", ""), values.getOrDefault("value", "")));
        main().on("add", values -> add(values.getOrDefault("quantity", "")));
    }

    @Override
    protected void entered(PublicRequest request, PublicPage page) {
        handle = request.lastSegment();
        sku = request.parameter("v", "");
        locale = request.locale();
    }

    private ProductChoice choice() {
        return pages.choice(handle, sku, viewer()).orElseThrow(NotFound::new);
    }

    private void choose(String option, String value) {
        var choice = choice().choosing(option, value);
        sku = choice.variant().sku();
        show(choice, null);
        main().patch("#sku", templates.render("storefront/text.jte", locale, Map.of("text", sku)));
        choice.picture().ifPresent(picture -> getElement().executeJs("this.querySelector('[data-picture=\"' + $0 + '\"]')?.click()", picture));
        UI.getCurrent().getPage().getHistory().replaceState(null, "p/" + handle + "?v=" + sku);
    }

    private void add(String typed) {
        var choice = choice();
        var text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(Character::isDigit)) {
            problem(choice, texts.get(locale, "storefront.quantity.wrong"));
            return;
        }
        try {
            quantity = Integer.parseInt(text);
            cart().add(choice.variant().id(), quantity);
            show(choice, null);
            main().patch("#added", templates.render("storefront/added.jte", locale, Map.of("choice", choice, "quantity", quantity)));
        } catch (NumberFormatException other) {
            problem(choice, texts.get(locale, "storefront.quantity.wrong"));
        } catch (Refused refused) {
            problem(choice, texts.get(locale, refused.key(), refused.arguments()));
        }
    }

    private void show(ProductChoice choice, String problem) {
        main().patch("#buy", pages.buy(choice, locale, quantity, problem));
        main().patch("#sticky", templates.render("storefront/sticky.jte", locale, Map.of("choice", choice, "quantity", quantity)));
    }

    private void problem(ProductChoice choice, String sentence) {
        show(choice, sentence);
        main().patch("#added", "");
        getElement().executeJs("setTimeout(() => document.getElementById('quantity')?.focus(), 50)");
    }
}
