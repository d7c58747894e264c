package app.regulars.pricing;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What promotions take off the lines of a cart. All that go together are counted together, each on the prices before discounts; one that
 * goes with no other stands alone. Of these ways the best for the customer holds, up to the most that may be taken off. Lines with an
 * agreed exception are passed by.
 */
final class Promotions {

    private final List<CartLine> lines;
    private final Expression goods;
    private final String currency;
    /** Percent of the goods; null for no limit. */
    private final BigDecimal most;

    Promotions(List<CartLine> lines, Expression goods, String currency, BigDecimal most) {
        this.lines = lines;
        this.goods = goods;
        this.currency = currency;
        this.most = most;
    }

    /** What one promotion takes off, line by line; null where nothing. */
    record Effect(Promotion promotion, List<Expression> off) {

        boolean isSomething() {
            return off.stream().anyMatch(each -> each != null && !each.value().isZero());
        }
    }

    /** Those that are applied, and what each takes off. */
    List<Effect> best(List<Promotion> promotions) {
        var reached = promotions.stream().filter(each -> each.minimum() == null || goods.value().isAtLeast(each.minimum())).sorted(Comparator.comparing(Promotion::id)).toList();
        var ways = new ArrayList<List<Effect>>();
        ways.add(bounded(reached.stream().filter(Promotion::combinable).map(this::effect).filter(Effect::isSomething).toList()));
        reached.stream().filter(each -> !each.combinable()).map(this::effect).filter(Effect::isSomething).forEach(each -> ways.add(bounded(List.of(each))));
        var best = ways.getFirst();
        for (var way : ways) {
            if (total(way).compareTo(total(best)) > 0) {
                best = way;
            }
        }
        return best;
    }

    private Money total(List<Effect> way) {
        return way.stream().flatMap(effect -> effect.off().stream()).filter(each -> each != null).map(Expression::value).reduce(Money.zero(currency), Money::plus);
    }

    /** No line below zero, and all together no more than the limit, which is then shared by what each would have taken off. */
    private List<Effect> bounded(List<Effect> way) {
        var left = new ArrayList<>(lines.stream().map(line -> line.total().value()).toList());
        var whole = new ArrayList<Effect>();
        for (var effect : way) {
            var off = new ArrayList<Expression>();
            for (int i = 0; i < lines.size(); i++) {
                var wanted = effect.off().get(i);
                if (wanted != null) {
                    wanted = Expression.atMost(wanted, left.get(i), Origin.Kind.GOODS);
                    left.set(i, left.get(i).minus(wanted.value()));
                }
                off.add(wanted);
            }
            whole.add(new Effect(effect.promotion(), off));
        }
        if (most == null || whole.isEmpty()) {
            return whole;
        }
        var limit = new Expression.Percent(new Expression.Stated(goods.value(), Origin.of(Origin.Kind.GOODS)), most, Origin.of(Origin.Kind.LIMIT));
        if (total(whole).compareTo(limit.value()) <= 0) {
            return whole;
        }
        var weights = whole.stream().flatMap(effect -> effect.off().stream()).map(each -> each == null ? BigDecimal.ZERO : each.value().amount()).toList();
        var at = new int[1];
        return whole.stream().map(effect -> new Effect(effect.promotion(), effect.off().stream().map(each -> {
            var here = at[0]++;
            return each == null ? null : (Expression) new Expression.Part(limit, weights, here);
        }).toList())).toList();
    }

    private Effect effect(Promotion promotion) {
        var on = IntStream.range(0, lines.size()).filter(i -> !lines.get(i).exception() && promotion.scope().holds(lines.get(i).item())).boxed().toList();
        var off = new ArrayList<Expression>(java.util.Collections.nCopies(lines.size(), null));
        switch (promotion.kind()) {
            case PERCENT -> on.forEach(i -> off.set(i, new Expression.Percent(lines.get(i).total(), promotion.percent(), promotion.origin())));
            case AMOUNT -> amount(promotion, on, off);
            case BUY_GET -> cheapest(promotion, on, off);
            case COMPLEMENT -> complement(promotion, on, off);
        }
        return new Effect(promotion, off);
    }

    private void amount(Promotion promotion, List<Integer> on, List<Expression> off) {
        if (on.isEmpty()) {
            return;
        }
        var there = on.stream().map(i -> lines.get(i).total().value()).reduce(Money.zero(currency), Money::plus);
        var whole = Expression.atMost(new Expression.Stated(promotion.amount(), promotion.origin()), there, Origin.Kind.GOODS);
        var weights = on.stream().map(i -> lines.get(i).total().value().amount()).toList();
        for (int i = 0; i < on.size(); i++) {
            off.set(on.get(i), new Expression.Part(whole, weights, i));
        }
    }

    private void cheapest(Promotion promotion, List<Integer> on, List<Expression> off) {
        var pieces = on.stream().mapToInt(i -> lines.get(i).quantity()).sum();
        var left = pieces / (promotion.buy() + promotion.get()) * promotion.get();
        var cheapestFirst = on.stream().sorted(Comparator.comparing((Integer i) -> lines.get(i).each().value()).thenComparing(Comparator.naturalOrder())).toList();
        for (var i : cheapestFirst) {
            var here = Math.min(left, lines.get(i).quantity());
            if (here > 0) {
                off.set(i, cheaper(promotion, i, here));
                left -= here;
            }
        }
    }

    private void complement(Promotion promotion, List<Integer> on, List<Expression> off) {
        var pieces = on.stream().filter(i -> !lines.get(i).item().variant().equals(promotion.gift())).mapToInt(i -> lines.get(i).quantity()).sum();
        var left = pieces / Math.max(1, promotion.buy()) * promotion.get();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).item().variant().equals(promotion.gift()) && !lines.get(i).exception()) {
                var here = Math.min(left, lines.get(i).quantity());
                if (here > 0) {
                    off.set(i, cheaper(promotion, i, here));
                    left -= here;
                }
            }
        }
    }

    private Expression cheaper(Promotion promotion, int line, int pieces) {
        return new Expression.Percent(new Expression.Times(lines.get(line).each(), pieces), promotion.percent(), promotion.origin());
    }
}
