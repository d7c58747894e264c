package app.regulars.storefront;

import app.regulars.arranging.Arrangement;
import app.regulars.arranging.Arrangements;
import app.regulars.arranging.ListStyle;
import app.regulars.arranging.MyLists;
import app.regulars.catalog.Viewers;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicRequest;
import org.springframework.stereotype.Component;

/** Answers whom the current request or live page is for, and how the shop is arranged for her. */
@Component
class Shoppers {

    /** The parameter that says how a list stands, for one look. */
    static final String VIEW = "view";

    private final CurrentUser user;
    private final Viewers viewers;
    private final Arrangements arrangements;
    private final MyLists lists;

    Shoppers(CurrentUser user, Viewers viewers, Arrangements arrangements, MyLists lists) {
        this.user = user;
        this.viewers = viewers;
        this.arrangements = arrangements;
        this.lists = lists;
    }

    Shopper current() {
        var customer = user.customer().orElse(null);
        return customer == null ? Shopper.ANYBODY
                : new Shopper(customer, viewers.of(customer), user.person().flatMap(lists::chosen).orElse(null));
    }

    /** @param customer null for a visitor */
    Shopper of(CustomerId customer) {
        return customer == null ? Shopper.ANYBODY : new Shopper(customer, viewers.of(customer));
    }

    /** With the eyes of this customer, for staff. */
    Shopper shown(CustomerId customer) {
        return new Shopper(customer, viewers.of(customer), lists.chosen(customer).orElse(null));
    }

    /** Whether she gets the very page that everybody gets. */
    boolean isAnybody(Shopper shopper) {
        var everybodys = arrangement(Shopper.ANYBODY);
        var hers = arrangement(shopper);
        return shopper.viewer().isEveryone() && hers.hidden().equals(everybodys.hidden()) && (shopper.chosen() == null ? hers.style() : shopper.chosen()) == everybodys.style();
    }

    Arrangement arrangement(Shopper shopper) {
        return arrangements.of(shopper.customer());
    }

    /** How a list stands: as the address says, else as she chose, else as it is laid down. */
    ListStyle style(PublicRequest request, Shopper shopper) {
        return ListStyle.of(request.parameter(VIEW, "")).orElseGet(() -> shopper.chosen() == null ? arrangement(shopper).style() : shopper.chosen());
    }

    /** Remembered for who is signed in, whomever she orders for. @return whether anybody is */
    boolean choose(ListStyle style) {
        user.person().ifPresent(me -> lists.choose(me, style));
        return user.person().isPresent();
    }
}
