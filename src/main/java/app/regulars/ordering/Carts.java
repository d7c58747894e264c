package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Configuration;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewers;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Carts of customers and of visitors; kept in the database, so that they survive the browser and every restart. */
@Service
public class Carts {

    private static final int TRIES = 4;

    private final CartRepository carts;
    private final CartLines lines;
    private final Catalog catalog;
    private final Viewers viewers;
    private final Prices prices;
    private final Shop shop;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Carts(CartRepository carts, CartLines lines, Catalog catalog, Viewers viewers, Prices prices, Shop shop, TransactionTemplate transaction, Clock clock) {
        this.carts = carts;
        this.lines = lines;
        this.catalog = catalog;
        this.viewers = viewers;
        this.prices = prices;
        this.shop = shop;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An empty one if there is none. */
    public CartFile of(CartOwner owner) {
        return transaction.execute(status -> carts.findByOwnerKey(owner.key()).map(cart -> file(cart, owner))
                .orElseGet(() -> lines.file(null, List.of(), owner.customer())));
    }

    private CartFile file(Cart cart, CartOwner owner) {
        var file = lines.file(cart.id(), cart.wishes(), cart.codes(), owner.customer());
        return new CartFile(file.key(), file.lines().stream().map(line -> line.since(cart.then(line.variant(), line.configuration()))).toList(), file.goods(), file.pieces(),
                file.priced(), file.open(), file.terms());
    }

    public CartSummary summary(CartOwner owner) {
        return transaction.execute(status -> carts.findByOwnerKey(owner.key()).map(cart -> lines.sum(cart.id(), cart.wishes(), cart.codes(), owner.customer()))
                .map(cart -> new CartSummary(cart.pieces(), cart.priced().total())).orElseGet(() -> new CartSummary(0, Money.zero(shop.currency()))));
    }

    /** @throws Refused for a quantity out of bounds or a variant that is not sold, or not to this customer */
    public void add(CartOwner owner, VariantId variant, int quantity) {
        add(owner, variant, Configuration.NONE, quantity);
    }

    /**
     * As above, of a piece that is made as the customer says.
     *
     * @param said is checked by what the product asks
     */
    public void add(CartOwner owner, VariantId variant, Configuration said, int quantity) {
        var known = sold(owner, variant);
        var configuration = Configuration.checked(known.inputs(), said.values());
        change(owner, cart -> {
            cart.add(variant, configuration, quantity, clock.instant());
            check(cart, known, configuration);
            seen(cart, owner, variant, configuration);
        });
    }

    /** As few more of it as are sold: one, or the least number. */
    public void addLeast(CartOwner owner, VariantId variant) {
        var known = sold(owner, variant);
        Configuration.checked(known.inputs(), Map.of());
        change(owner, cart -> {
            cart.add(variant, cart.of(variant) == 0 ? known.quantities().least() : known.quantities().step(), clock.instant());
            check(cart, known, Configuration.NONE);
            seen(cart, owner, variant, Configuration.NONE);
        });
    }

    /** @param quantity 0 takes the line out */
    public void set(CartOwner owner, VariantId variant, int quantity) {
        set(owner, variant, Configuration.NONE, quantity);
    }

    /** @param quantity 0 takes the line out */
    public void set(CartOwner owner, VariantId variant, Configuration configuration, int quantity) {
        var known = quantity == 0 ? null : catalog.variants(List.of(variant)).get(variant);
        change(owner, cart -> {
            cart.set(variant, configuration, quantity, clock.instant());
            if (known != null) {
                check(cart, known, configuration);
                seen(cart, owner, variant, configuration);
            }
        });
    }

    private void seen(Cart cart, CartOwner owner, VariantId variant, Configuration configuration) {
        cart.seen(variant, configuration, prices.each(variant, owner.customer(), cart.of(variant, configuration)));
    }

    /** What could not be put in, and why. */
    public record Left(Prices.Wish wish, Refused why) {
    }

    /**
     * Puts many in at once, with as many statements as one; what cannot be is left out and named, and does not keep the others out.
     *
     * @param more whether to add to what is there; else there are at least so many afterwards, however often it is asked for
     * @return what was left out, in the order asked for
     */
    public List<Left> addAll(CartOwner owner, List<Prices.Wish> wishes, boolean more) {
        if (wishes.isEmpty()) {
            return List.of();
        }
        var known = catalog.variants(wishes.stream().map(Prices.Wish::variant).distinct().toList(), viewers.of(owner.customer()));
        return retrying(List.of(owner), found -> {
            var cart = found.getOrDefault(owner, new Cart(owner, clock.instant()));
            var there = more ? List.<Prices.Wish>of() : cart.wishes();
            var left = new ArrayList<Left>();
            var added = new ArrayList<Prices.Wish>();
            for (var wish : wishes) {
                var has = there.stream().filter(each -> each.variant().equals(wish.variant()) && each.configuration().equals(wish.configuration()))
                        .mapToInt(Prices.Wish::quantity).findFirst().orElse(0);
                var before = cart.standing();
                try {
                    if (wish.quantity() > has) {
                        added.add(put(cart, known.get(wish.variant()), wish.configuration(), wish.quantity() - has));
                    }
                } catch (Refused refused) {
                    cart.stand(before);
                    left.add(new Left(wish, refused));
                }
            }
            if (!added.isEmpty()) {
                var now = added.stream().distinct().map(each -> new Prices.Wish(each.variant(), cart.of(each.variant(), each.configuration()), each.configuration())).toList();
                var each = prices.each(now, owner.customer());
                for (int i = 0; i < now.size(); i++) {
                    cart.seen(now.get(i).variant(), now.get(i).configuration(), each.get(i));
                }
                carts.save(cart);
            }
            return left;
        });
    }

    /** @return the line, of one piece: there may be more of it in the end */
    private Prices.Wish put(Cart cart, SellableVariant variant, Configuration said, int quantity) {
        if (variant == null || !variant.sellable()) {
            throw new Refused("ordering.variant.gone", Map.of());
        }
        var configuration = Configuration.checked(variant.inputs(), said.values());
        cart.add(variant.id(), configuration, quantity, clock.instant());
        check(cart, variant, configuration);
        return new Prices.Wish(variant.id(), 1, configuration);
    }

    private SellableVariant sold(CartOwner owner, VariantId variant) {
        var known = catalog.variants(List.of(variant), viewers.of(owner.customer())).get(variant);
        if (known == null || !known.sellable()) {
            throw new Refused("ordering.variant.gone", Map.of());
        }
        return known;
    }

    /** Each line in a number that is sold, and all lines of a variant together no more than one order may hold. */
    private static void check(Cart cart, SellableVariant variant, Configuration configuration) {
        var quantities = variant.quantities();
        quantities.check(cart.of(variant.id(), configuration));
        if (quantities.most() != null && cart.of(variant.id()) > quantities.highest()) {
            throw new Refused("catalog.quantity.most", "quantity", Map.of("most", quantities.highest()));
        }
    }

    /** Keeps the code of a coupon or voucher with the cart; what it does is seen in the cart's file. @throws Refused when it cannot be one */
    public void enter(CartOwner owner, String code) {
        change(owner, cart -> cart.enter(code, clock.instant()));
    }

    public void drop(CartOwner owner, String code) {
        change(owner, cart -> cart.drop(code, clock.instant()));
    }

    /**
     * Puts what a visitor collected into the customer's own cart: of each variant the larger quantity.
     *
     * @return whether there was anything to take over
     */
    public boolean merge(CartOwner visitor, CustomerId customer) {
        var owner = CartOwner.of(customer);
        return Boolean.TRUE.equals(retrying(List.of(visitor, owner), found -> {
            var theirs = found.get(visitor);
            if (theirs == null) {
                return false;
            }
            var something = !theirs.isEmpty();
            if (something) {
                var mine = found.getOrDefault(owner, new Cart(owner, clock.instant()));
                mine.merge(theirs, clock.instant());
                carts.save(mine);
            }
            carts.delete(theirs);
            return something;
        }));
    }

    private void change(CartOwner owner, Consumer<Cart> change) {
        retrying(List.of(owner), found -> {
            var cart = found.getOrDefault(owner, new Cart(owner, clock.instant()));
            change.accept(cart);
            carts.save(cart);
            return true;
        });
    }

    /**
     * Two first clicks at once make one cart: the loser of the race tries again and finds it. Which cart it is, is looked up before the
     * transaction begins, and only a cart that is there is locked: a lock on what is not there yet would keep others from making theirs.
     */
    private <T> T retrying(List<CartOwner> owners, Function<Map<CartOwner, Cart>, T> work) {
        for (var tried = 1; ; tried++) {
            var ids = new LinkedHashMap<CartOwner, UUID>();
            owners.forEach(owner -> carts.idOf(owner.key()).ifPresent(id -> ids.put(owner, id)));
            try {
                return transaction.execute(status -> {
                    var found = new HashMap<CartOwner, Cart>();
                    // always in the same order; one that was sold or taken over meanwhile is nobody's
                    ids.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(each -> carts.lock(each.getValue()).filter(cart -> cart.belongsTo(each.getKey()))
                            .ifPresent(cart -> found.put(each.getKey(), cart)));
                    return work.apply(found);
                });
            } catch (DataIntegrityViolationException | ConcurrencyFailureException race) {
                if (tried == TRIES) {
                    throw race;
                }
            }
        }
    }
}
