package app.regulars.approving;

import app.regulars.catalog.Configuration;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Baskets;
import app.regulars.ordering.Checkout;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes files of requests: with names, and today's prices and stock. */
@Component
class RequestFiles {

    private final CustomerDirectory customers;
    private final Baskets baskets;
    private final Checkout checkout;

    RequestFiles(CustomerDirectory customers, Baskets baskets, Checkout checkout) {
        this.customers = customers;
        this.baskets = baskets;
        this.checkout = checkout;
    }

    List<RequestSummary> summaries(Collection<ApprovalRequest> all) {
        var names = customers.cards(all.stream().map(ApprovalRequest::person).distinct().toList());
        return all.stream().map(request -> request.summary(name(names, request.person()))).toList();
    }

    RequestFile file(ApprovalRequest request, boolean mayDecide, boolean own) {
        var names = customers.cards(Stream.concat(Stream.of(request.person()), request.moments().stream().map(ApprovalRequest.Moment::personId)).distinct().toList());
        var all = request.lines();
        var looked = baskets.look(all.stream().map(line -> new Prices.Wish(line.variantId(), Math.max(1, line.quantity()), Configuration.of(line.configuration()))).toList(),
                request.company()).lines();
        var lines = new ArrayList<RequestFile.Line>();
        for (int i = 0; i < all.size(); i++) {
            var line = all.get(i);
            var said = Configuration.of(line.configuration());
            var position = i;
            looked.stream().filter(each -> each.variant().equals(line.variantId()) && each.configuration().equals(said)).findFirst().ifPresent(each -> lines.add(
                    new RequestFile.Line(position, each.since(line.eachThen() == null ? null : Money.of(line.eachThen(), request.currency())), line.quantity(), line.askedFor())));
        }
        return new RequestFile(request.summary(name(names, request.person())), request.form(), lines, offer(request, lines), mayDecide, own,
                request.moments().stream().map(moment -> new RequestFile.Moment(moment.happenedAt(), moment.what(), name(names, moment.personId()), moment.detail())).toList());
    }

    private Checkout.Offer offer(ApprovalRequest request, List<RequestFile.Line> lines) {
        var wishes = lines.stream().filter(each -> each.quantity() > 0 && each.line().isSold())
                .map(each -> new Prices.Wish(each.line().variant(), each.quantity(), each.line().configuration())).toList();
        var form = request.form();
        var address = form.address();
        return wishes.isEmpty() ? null : checkout.offer(wishes, request.codes(), request.company(), address == null ? "CA" : address.country(),
                address == null ? null : address.province(), form.shippingOption());
    }

    private static String name(Map<CustomerId, CustomerCard> names, CustomerId person) {
        return names.containsKey(person) ? names.get(person).name() : "";
    }
}
