package app.regulars.storefront;

import app.regulars.catalog.Viewers;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import org.springframework.stereotype.Component;

/** Answers whom the current request or live page is for. */
@Component
class Shoppers {

    private final CurrentUser user;
    private final Viewers viewers;

    Shoppers(CurrentUser user, Viewers viewers) {
        this.user = user;
        this.viewers = viewers;
    }

    Shopper current() {
        return of(user.customer().orElse(null));
    }

    /** @param customer null for a visitor */
    Shopper of(CustomerId customer) {
        return customer == null ? Shopper.ANYBODY : new Shopper(customer, viewers.of(customer));
    }
}
