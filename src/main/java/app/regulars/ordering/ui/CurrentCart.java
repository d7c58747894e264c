package app.regulars.ordering.ui;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.ordering.CartFile;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.CartSummary;
import app.regulars.ordering.Carts;
import app.regulars.ordering.SalesAgents;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Notices;
import app.regulars.pricing.Prices;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The cart of whoever looks at the current live page: the customer's, or the visitor's of this browser. A visitor is known by
 * a secret in a cookie, which is set when something is first put in; at sign-in that cart goes into the customer's own.
 */
@Component
public class CurrentCart {

    private static final String COOKIE = "cart";
    private static final String SESSION = CurrentCart.class.getName();
    private static final int SECRET_BYTES = 16;
    private static final Duration KEPT = Duration.ofDays(60);

    private final Carts carts;
    private final CurrentUser user;
    private final CodeTries tries;
    private final Shop shop;
    private final SecureRandom random = new SecureRandom();

    CurrentCart(Carts carts, CurrentUser user, CodeTries tries, Shop shop) {
        this.carts = carts;
        this.user = user;
        this.tries = tries;
        this.shop = shop;
    }

    /** Fired on the UI when its cart has changed, so that the header follows. */
    public static class Changed extends ComponentEvent<UI> {

        private static final long serialVersionUID = 1L;

        public Changed(UI source) {
            super(source, false);
        }
    }

    public CartSummary summary() {
        return owner().map(carts::summary).orElseGet(() -> new CartSummary(0, Money.zero(shop.currency())));
    }

    /** The whole cart; an empty one if there is none. */
    public CartFile file() {
        return owner().map(carts::of).orElseGet(() -> CartFile.empty(null, shop.currency()));
    }

    /** Whose cart it is; nothing for a visitor who put nothing in yet. */
    public Optional<CartOwner> owner() {
        var customer = user.customer();
        var secret = secret();
        if (customer.isPresent()) {
            secret.ifPresent(value -> {
                if (carts.merge(CartOwner.visitor(value), customer.get())) {
                    Optional.ofNullable(UI.getCurrent()).ifPresent(ui -> Notices.done(ui.getTranslation("ordering.cart.merged")));
                }
                forget();
            });
            return customer.map(CartOwner::of);
        }
        return secret.map(CartOwner::visitor);
    }

    /**
     * Puts pieces into the cart and fires {@link Changed}.
     *
     * @throws app.regulars.platform.Refused for a quantity out of bounds or a variant that is not sold
     */
    public void add(VariantId variant, int quantity) {
        add(variant, Configuration.NONE, quantity);
    }

    /** As above, of a piece that is made as the customer says. */
    public void add(VariantId variant, Configuration said, int quantity) {
        carts.add(owner().orElseGet(this::newVisitor), variant, said, quantity);
        changed();
    }

    /** Puts many in at once. @param more whether to add to what is there; else there are at least so many afterwards @return what was left out */
    public List<Carts.Left> addAll(List<Prices.Wish> wishes, boolean more) {
        var left = carts.addAll(owner().orElseGet(this::newVisitor), wishes, more);
        changed();
        return left;
    }

    /** As few more of it as are sold at once. */
    public void addLeast(VariantId variant) {
        carts.addLeast(owner().orElseGet(this::newVisitor), variant);
        changed();
    }

    /** @param quantity 0 takes the line out */
    public void set(VariantId variant, Configuration configuration, int quantity) {
        owner().ifPresent(owner -> carts.set(owner, variant, configuration, quantity));
        changed();
    }

    /** @throws app.regulars.platform.Refused when it cannot be the code of a coupon or voucher, or too many were tried */
    public void enter(String code) {
        tries.one();
        owner().ifPresent(owner -> carts.enter(owner, code));
        changed();
    }

    public void drop(String code) {
        owner().ifPresent(owner -> carts.drop(owner, code));
        changed();
    }

    /** The agent whose link this browser remembers, as it was sent; null for none. */
    public String agent() {
        var request = VaadinRequest.getCurrent();
        return request == null || request.getCookies() == null ? null : Arrays.stream(request.getCookies()).filter(cookie -> SalesAgents.COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue).findFirst().orElse(null);
    }

    /** The customer who looks at the page, or nobody: whose prices she sees. */
    public Optional<CustomerId> customer() {
        return user.customer();
    }

    /** Says on this page that the cart is another one now, such as after an order. */
    public void changed() {
        var ui = UI.getCurrent();
        if (ui != null) {
            ComponentUtil.fireEvent(ui, new Changed(ui));
        }
    }

    private CartOwner newVisitor() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        cookie(secret, (int) KEPT.toSeconds());
        VaadinSession.getCurrent().setAttribute(SESSION, secret);
        return CartOwner.visitor(secret);
    }

    private Optional<String> secret() {
        var session = VaadinSession.getCurrent();
        if (session != null && session.getAttribute(SESSION) instanceof String known) {
            return known.isEmpty() ? Optional.empty() : Optional.of(known);
        }
        var request = VaadinRequest.getCurrent();
        if (request == null || request.getCookies() == null) {
            return Optional.empty();
        }
        return Arrays.stream(request.getCookies()).filter(cookie -> COOKIE.equals(cookie.getName())).map(Cookie::getValue)
                .filter(value -> value != null && value.matches("[0-9a-f]{32}")).findFirst();
    }

    private void forget() {
        cookie("", 0);
        var session = VaadinSession.getCurrent();
        if (session != null) {
            session.setAttribute(SESSION, "");
        }
    }

    /** As an HTTP-only cookie where there is an answer to put it in; over a web socket the page sets it itself. */
    private static void cookie(String value, int seconds) {
        var response = VaadinResponse.getCurrent();
        var request = VaadinRequest.getCurrent();
        if (response != null && request != null) {
            var cookie = new Cookie(COOKIE, value);
            cookie.setPath("/");
            cookie.setMaxAge(seconds);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        } else if (UI.getCurrent() != null) {
            UI.getCurrent().getPage().executeJs("document.cookie=$0+'='+$1+';path=/;max-age='+$2+';samesite=lax'", COOKIE, value, seconds);
        }
    }
}
