package app.regulars.ordering;

import app.regulars.platform.i18n.Localized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** What is to be fetched from the shelves for several orders at once: each article once, and for whom how many of it. */
public record PickList(List<Article> articles, int pieces) {

    /** @param options what the customer chose of the piece stands in them, so that it is made before it is packed */
    public record Article(String sku, Localized name, Localized options, int pieces, List<Share> shares) {
    }

    /** Pieces for an order. */
    public record Share(OrderNumber order, int pieces) {
    }

    private record Key(String sku, Localized options) {
    }

    /** Of what is open or packed and still here; orders on hold are left out. */
    public static PickList of(List<OrderFile> orders) {
        var found = new LinkedHashMap<Key, List<Share>>();
        var names = new LinkedHashMap<Key, Localized>();
        for (var order : orders) {
            if (!order.held()) {
                order.open().forEach((at, pieces) -> {
                    var line = order.lines().get(at);
                    var key = new Key(line.sku(), line.options());
                    found.computeIfAbsent(key, k -> new ArrayList<>()).add(new Share(order.number(), pieces));
                    names.put(key, line.name());
                });
            }
        }
        var articles = found.entrySet().stream().map(entry -> new Article(entry.getKey().sku(), names.get(entry.getKey()), entry.getKey().options(),
                entry.getValue().stream().mapToInt(Share::pieces).sum(), entry.getValue())).sorted(Comparator.comparing(Article::sku)).toList();
        return new PickList(articles, articles.stream().mapToInt(Article::pieces).sum());
    }
}
