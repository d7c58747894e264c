package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.Refused;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The home page; somebody who is signed in finds the usuals there, ready for the cart. */
@Route("")
@AnonymousAllowed
class HomeView extends ShopView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NUMBER = 4;

    private final transient HomePage pages;
    private final transient CurrentUser user;
    private final transient Welcome welcome;
    private transient List<UsualLine> lines = List.of();
    private Locale locale;

    HomeView(HomePage pages, CurrentCart cart, CurrentUser user, Welcome welcome) {
        super(pages, cart);
        this.pages = pages;
        this.user = user;
        this.welcome = welcome;
        main().on("usual", this::changed);
        main().on("usuals", this::intoTheCart);
    }

    @Override
    protected Optional<PublicPage> page(PublicRequest request) {
        locale = request.locale();
        var known = user.get().map(person -> welcome.of(person, locale)).orElse(null);
        lines = known == null ? List.of() : new ArrayList<>(known.lines());
        return Optional.of(pages.page(request, shopper(), known));
    }

    /** One tick or number was changed: the sums follow. */
    private void changed(Map<String, String> values) {
        var at = number(values.getOrDefault("at", ""));
        if (at.isEmpty() || at.getAsInt() >= lines.size()) {
            return;
        }
        var line = lines.get(at.getAsInt());
        if ("take".equals(values.get("name"))) {
            lines.set(at.getAsInt(), line.with(line.quantity(), "true".equals(values.get("checked"))));
        } else {
            number(values.getOrDefault("value", "")).ifPresent(quantity -> lines.set(at.getAsInt(), welcome.priced(line.with(Math.max(1, quantity), true), viewer())));
            main().patch("#usual-sum-" + at.getAsInt(), welcome.money(lines.get(at.getAsInt()).total(), locale));
            getElement().executeJs("const box=this.querySelector('#usual-take-'+$0);if(box)box.checked=true", at.getAsInt());
        }
        main().patch("#usuals-go", welcome.go(lines, locale));
    }

    private void intoTheCart(Map<String, String> values) {
        var taken = Arrays.asList(values.getOrDefault("take", "").split("\n"));
        var count = 0;
        main().fieldError("usuals-done", "");
        for (int i = 0; i < lines.size(); i++) {
            if (!taken.contains(String.valueOf(i))) {
                continue;
            }
            var quantity = number(values.getOrDefault("q" + i, ""));
            if (quantity.isEmpty() || quantity.getAsInt() < 1) {
                main().fieldError("usual-q-" + i, getTranslation("storefront.quantity.wrong"));
                return;
            }
            lines.set(i, lines.get(i).with(quantity.getAsInt(), true));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (taken.contains(String.valueOf(i))) {
                try {
                    cart().add(lines.get(i).usual().variant(), lines.get(i).quantity());
                    count++;
                } catch (Refused refused) {
                    main().fieldError("usual-q-" + i, refusal(refused));
                    break;
                }
            }
        }
        main().patch("#usuals-done", welcome.done(count, locale));
    }

    private static OptionalInt number(String typed) {
        var text = typed.strip();
        return text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9') ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(text));
    }
}
