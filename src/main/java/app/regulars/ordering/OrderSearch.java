package app.regulars.ordering;

import app.regulars.platform.i18n.Localized;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets customers find their own orders, and staff all of them. */
@Component
class OrderSearch implements AfterOrder {

    private final SearchIndex index;

    OrderSearch(SearchIndex index) {
        this.index = index;
    }

    @Override
    public void placed(OrderPlaced placed, OrderFile order) {
        index.put(documents(placed, order));
    }

    @Override
    public void placed(List<Told> orders) {
        index.put(orders.stream().flatMap(one -> documents(one.placed(), one.order()).stream()).toList());
    }

    private static List<SearchDocument> documents(OrderPlaced placed, OrderFile order) {
        var number = placed.number().value();
        var names = order.lines().stream().map(OrderFile.Line::name).flatMap(OrderSearch::both).distinct().collect(Collectors.joining(" "));
        var keywords = order.lines().stream().map(OrderFile.Line::sku).distinct().collect(Collectors.joining(" ", "", reference(order)));
        var who = Stream.of(order.contactName(), order.contactEmail(), order.address() == null ? null : order.address().city())
                .filter(text -> text != null).collect(Collectors.joining(" "));
        return List.of(
                new SearchDocument("order", number, null, "customer:" + placed.customer(), number, keywords, names, "/my/orders/" + number, List.of(), 1),
                new SearchDocument("staff-order", number, null, "staff", number, who + " " + keywords, names, "/console/orders?order=" + number, List.of(), 1));
    }

    private static String reference(OrderFile order) {
        return order.purchaseReference() == null ? "" : " " + order.purchaseReference();
    }

    private static Stream<String> both(Localized name) {
        return name.fr() == null ? Stream.of(name.en()) : Stream.of(name.en(), name.fr());
    }
}
