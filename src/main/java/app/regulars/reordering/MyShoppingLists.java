package app.regulars.reordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewers;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.text.PersonTexts;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: named lists of what is ordered together, a person's own or her company's; and what is usual. */
@Service
@Transactional
public class MyShoppingLists {

    public static final int LONGEST_NAME = 80;
    private static final int MOST_LISTS = 50;
    private static final int MOST_LINES = 200;
    private static final int MOST_PIECES = 999;

    private final ShoppingLists lists;
    private final Filling filling;
    private final Forecasts forecasts;
    private final Catalog catalog;
    private final Viewers viewers;
    private final Prices prices;
    private final Clock clock;

    MyShoppingLists(ShoppingLists lists, Filling filling, Forecasts forecasts, Catalog catalog, Viewers viewers, Prices prices, Clock clock) {
        this.lists = lists;
        this.filling = filling;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.viewers = viewers;
        this.prices = prices;
        this.clock = clock;
    }

    /** In the order the customer gave them. */
    @Transactional(readOnly = true)
    public List<ListSummary> all(CustomerId me) {
        return lists.of(me).stream().map(row -> new ListSummary(row.id(), row.name(), row.lines(), row.changedAt())).toList();
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    @Transactional(readOnly = true)
    public ListFile find(CustomerId me, UUID id) {
        var row = own(me, id);
        return filling.file(id, row.name(), lists.lines(id), me);
    }

    /** What she bought at least twice and can buy still, what is needed first coming first. */
    @Transactional(readOnly = true)
    public List<UsualLine> usuals(CustomerId me, int most) {
        var expected = forecasts.of(me).stream().filter(each -> each.times() > 1).limit(most).toList();
        var file = filling.file(null, "", expected.stream().map(each -> new ShoppingLists.Line(each.variant(), each.configuration(), each.quantity(), each.each())).toList(), me);
        var today = forecasts.today();
        return expected.stream().flatMap(each -> file.lines().stream()
                .filter(line -> line.line().variant().equals(each.variant()) && line.line().configuration().equals(each.configuration())).findFirst()
                .map(line -> new UsualLine(each, line, today)).stream()).toList();
    }

    /** @throws Refused for no name, a name that stands already, and too many lists */
    public UUID create(CustomerId me, String name) {
        var all = lists.of(me);
        var checked = named(name, all, null);
        if (all.size() >= MOST_LISTS) {
            throw new Refused("reordering.list.many", "name", Map.of("most", MOST_LISTS));
        }
        return lists.add(me, checked, all.size(), clock.instant());
    }

    public void rename(CustomerId me, UUID id, String name) {
        own(me, id);
        lists.rename(id, named(name, lists.of(me), id), clock.instant());
    }

    /** Takes it away; {@link #bringBack} undoes it for a month. */
    public void remove(CustomerId me, UUID id) {
        if (!lists.remove(me, id, clock.instant())) {
            throw new NotFound();
        }
    }

    public void bringBack(CustomerId me, UUID id) {
        if (!lists.bringBack(me, id)) {
            throw new NotFound();
        }
    }

    /** @param up or down, by one */
    public void move(CustomerId me, UUID id, boolean up) {
        var ids = new ArrayList<>(lists.of(me).stream().map(ShoppingLists.Row::id).toList());
        swap(ids, ids.indexOf(id), up);
        for (int i = 0; i < ids.size(); i++) {
            lists.position(ids.get(i), i);
        }
    }

    /** Adds pieces; what stands there already becomes more. @throws Refused when the list is full, or for what the customer cannot buy */
    public void add(CustomerId me, UUID id, List<Prices.Wish> wishes) {
        var known = catalog.variants(wishes.stream().map(Prices.Wish::variant).toList(), viewers.of(me));
        change(me, id, lines -> {
            for (var wish : wishes) {
                var variant = known.get(wish.variant());
                if (variant == null || !variant.sellable()) {
                    throw new Refused("ordering.variant.gone", Map.of());
                }
                var said = Configuration.checked(variant.inputs(), wish.configuration().values());
                var at = position(lines, wish.variant(), said);
                var pieces = checked((at < 0 ? 0 : lines.get(at).quantity()) + wish.quantity());
                var line = new ShoppingLists.Line(wish.variant(), said, pieces, each(me, wish.variant(), pieces));
                if (at >= 0) {
                    lines.set(at, line);
                } else {
                    lines.add(line);
                }
            }
            if (lines.size() > MOST_LINES) {
                throw new Refused("reordering.list.full", Map.of("most", MOST_LINES));
            }
            return lines;
        });
    }

    /** @param quantity 0 takes the line away */
    public void set(CustomerId me, UUID id, String key, int quantity) {
        line(me, id, key, (lines, at) -> {
            var line = lines.get(at);
            if (quantity == 0) {
                lines.remove((int) at);
            } else {
                lines.set(at, line.of(checked(quantity), each(me, line.variant(), quantity)));
            }
        });
    }

    public void moveLine(CustomerId me, UUID id, String key, boolean up) {
        line(me, id, key, (lines, at) -> swap(lines, at, up));
    }

    /** Takes what took the place of a line that is gone. */
    public void replace(CustomerId me, UUID id, String key) {
        var other = find(me, id).lines().stream().filter(each -> each.line().key().equals(key) && each.instead() != null).findFirst().orElseThrow(NotFound::new).instead();
        line(me, id, key, (lines, at) -> {
            var pieces = lines.get(at).quantity();
            if (position(lines, other.id(), Configuration.NONE) >= 0) {
                lines.remove((int) at);
            } else {
                lines.set(at, new ShoppingLists.Line(other.id(), Configuration.NONE, pieces, each(me, other.id(), pieces)));
            }
        });
    }

    /** The customer has seen what the lines cost now: nothing is said of it any more. */
    public void seen(CustomerId me, UUID id) {
        change(me, id, lines -> {
            lines.replaceAll(line -> line.of(line.quantity(), each(me, line.variant(), line.quantity())));
            return lines;
        });
    }

    private interface LineChange {
        void on(List<ShoppingLists.Line> lines, int at);
    }

    private void line(CustomerId me, UUID id, String key, LineChange deed) {
        var shown = find(me, id).lines().stream().filter(each -> each.line().key().equals(key)).findFirst().orElseThrow(NotFound::new).line();
        change(me, id, lines -> {
            var at = position(lines, shown.variant(), shown.configuration());
            if (at >= 0) {
                deed.on(lines, at);
            }
            return lines;
        });
    }

    private void change(CustomerId me, UUID id, UnaryOperator<List<ShoppingLists.Line>> deed) {
        if (!lists.lock(me, id)) {
            throw new NotFound();
        }
        lists.write(id, deed.apply(lists.lines(id)), clock.instant());
    }

    private ShoppingLists.Row own(CustomerId me, UUID id) {
        return lists.find(me, id).orElseThrow(NotFound::new);
    }

    private Money each(CustomerId me, VariantId variant, int quantity) {
        return prices.each(variant, me, quantity);
    }

    private static int position(List<ShoppingLists.Line> lines, VariantId variant, Configuration said) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).is(variant, said)) {
                return i;
            }
        }
        return -1;
    }

    private static void swap(List<?> all, int at, boolean up) {
        var other = at + (up ? -1 : 1);
        if (at >= 0 && other >= 0 && other < all.size()) {
            Collections.swap(all, at, other);
        }
    }

    private static int checked(int quantity) {
        if (quantity < 1) {
            throw new Refused("ordering.quantity.few", "quantity", Map.of());
        }
        if (quantity > MOST_PIECES) {
            throw new Refused("ordering.quantity.many", "quantity", Map.of("most", MOST_PIECES));
        }
        return quantity;
    }

    private static String named(String typed, List<ShoppingLists.Row> all, UUID self) {
        var name = PersonTexts.bounded(PersonTexts.required(typed, "reordering.list.name.none", "name"), LONGEST_NAME, "name");
        if (all.stream().anyMatch(row -> !row.id().equals(self) && row.name().equalsIgnoreCase(name))) {
            throw new Refused("reordering.list.name.taken", "name", Map.of("name", name));
        }
        return name;
    }
}
