package app.regulars.ordering;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What some of an order's pieces come to, of what the whole comes to: lines and what was taken off them by pieces, delivery with the
 * first of them, each tax as what it is due on. All pieces come to exactly the whole, to the cent.
 *
 * @param pieces  by the line's position
 * @param lines   by the line's position, before discounts
 * @param amounts goods, discount, delivery, taxes and their total
 */
public record Earned(List<Integer> pieces, List<Money> lines, OrderAmounts amounts) {

    /** A line of the whole. @param discount what was taken off it */
    public record Sold(int quantity, Money total, Money discount) {
    }

    /** A tax of the whole. @param lines whether it is due on the line, by position @param delivery whether it is due on delivery */
    public record Taxed(OrderFile.Tax tax, List<Boolean> lines, boolean delivery) {
    }

    /**
     * @param discount of the whole; where it is not what was taken off the lines it is shared by what they come to
     * @param pieces   by the line's position, none more than the line has
     */
    public static Earned of(List<Sold> sold, Money discount, Money delivery, List<Taxed> taxes, List<Integer> pieces) {
        var zero = Money.zero(discount.currency());
        var any = pieces.stream().anyMatch(count -> count > 0);
        var whole = new ArrayList<Money>();
        var wholeNet = new ArrayList<Money>();
        var net = new ArrayList<Money>();
        var goods = zero;
        var off = zero;
        for (var i = 0; i < sold.size(); i++) {
            var line = sold.get(i);
            var part = share(line.total(), pieces.get(i), line.quantity());
            var less = share(line.discount(), pieces.get(i), line.quantity());
            whole.add(part);
            wholeNet.add(line.total().minus(line.discount()));
            net.add(part.minus(less));
            goods = goods.plus(part);
            off = off.plus(less);
        }
        var all = sum(sold.stream().map(Sold::total).toList(), zero);
        if (sum(sold.stream().map(Sold::discount).toList(), zero).compareTo(discount) != 0) {
            off = part(discount, goods, all);
        }
        var complete = complete(sold, pieces);
        var carried = any ? delivery : zero;
        var due = new ArrayList<OrderFile.Tax>();
        for (var taxed : taxes) {
            var amount = complete ? taxed.tax().amount() : part(taxed.tax().amount(), base(net, taxed, carried, zero), base(wholeNet, taxed, delivery, zero));
            due.add(new OrderFile.Tax(taxed.tax().code(), taxed.tax().rate(), any ? amount : zero));
        }
        var total = goods.minus(off).plus(carried).plus(sum(due.stream().map(OrderFile.Tax::amount).toList(), zero));
        return new Earned(List.copyOf(pieces), List.copyOf(whole), new OrderAmounts(goods, off, carried, List.copyOf(due), total));
    }

    /** All of an order. */
    public static Earned whole(OrderFile order) {
        return new Earned(order.lines().stream().map(OrderFile.Line::quantity).toList(), order.lines().stream().map(OrderFile.Line::total).toList(), order.amounts());
    }

    /** Whether no piece is left. */
    private static boolean complete(List<Sold> sold, List<Integer> pieces) {
        for (var i = 0; i < sold.size(); i++) {
            if (pieces.get(i) < sold.get(i).quantity()) {
                return false;
            }
        }
        return true;
    }

    private static Money base(List<Money> nets, Taxed taxed, Money delivery, Money zero) {
        var base = taxed.delivery() ? delivery : zero;
        for (var i = 0; i < nets.size(); i++) {
            base = taxed.lines().get(i) ? base.plus(nets.get(i)) : base;
        }
        return base;
    }

    private static Money share(Money whole, int pieces, int all) {
        return pieces >= all ? whole : rounded(whole, amount -> amount.multiply(BigDecimal.valueOf(pieces)).divide(BigDecimal.valueOf(all), Money.SCALE + 4, RoundingMode.HALF_UP));
    }

    private static Money part(Money whole, Money some, Money all) {
        return all.amount().signum() == 0 || some.equals(all) ? whole
                : rounded(whole, amount -> amount.multiply(some.amount()).divide(all.amount(), Money.SCALE + 4, RoundingMode.HALF_UP));
    }

    private static Money rounded(Money whole, UnaryOperator<BigDecimal> how) {
        var decimals = Math.max(0, Currency.getInstance(whole.currency()).getDefaultFractionDigits());
        return Money.of(how.apply(whole.amount()).setScale(decimals, RoundingMode.HALF_UP), whole.currency());
    }

    private static Money sum(List<Money> amounts, Money zero) {
        return amounts.stream().reduce(zero, Money::plus);
    }
}
