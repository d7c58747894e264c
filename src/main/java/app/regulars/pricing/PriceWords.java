package app.regulars.pricing;

import app.regulars.platform.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Tells an {@link Expression} in words: everything to staff, line by line; to customers what matters to them, without anybody's reasons. */
public final class PriceWords {

    private PriceWords() {
    }

    /**
     * One line of the whole tree.
     *
     * @param depth  how deep it stands; the first is 0
     * @param chosen false for what was looked at and does not count
     */
    public record Line(int depth, Expression expression, boolean chosen) {

        /** What it is, for the text pricing.why.{is}. */
        public String is() {
            return switch (expression) {
                case Expression.Stated stated -> "stated";
                case Expression.PercentOff off -> "percent-off";
                case Expression.Percent of -> "percent";
                case Expression.Lowest lowest -> "lowest";
                case Expression.Binding binding -> "binding";
                case Expression.Times times -> "times";
                case Expression.Less less -> "less";
                case Expression.Sum sum -> "sum";
                case Expression.AtMost most -> "at-most";
                case Expression.Part part -> "part";
                case Expression.Tax tax -> "tax";
            };
        }

        public Origin origin() {
            return PriceWords.origin(expression);
        }
    }

    /** The whole tree, from the top down. */
    public static List<Line> full(Expression expression) {
        var lines = new ArrayList<Line>();
        walk(expression, 0, true, lines);
        return lines;
    }

    private static void walk(Expression expression, int depth, boolean chosen, List<Line> into) {
        into.add(new Line(depth, expression, chosen));
        switch (expression) {
            case Expression.Lowest lowest -> {
                var best = lowest.chosen();
                lowest.of().forEach(each -> walk(each, depth + 1, chosen && each == best, into));
            }
            case Expression.Binding binding -> {
                walk(binding.agreed(), depth + 1, chosen, into);
                if (binding.otherwise() != binding.agreed()) {
                    walk(binding.otherwise(), depth + 1, false, into);
                }
            }
            default -> children(expression).forEach(each -> walk(each, depth + 1, chosen, into));
        }
    }

    private static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.Stated stated -> List.of();
            case Expression.PercentOff off -> List.of(off.of());
            case Expression.Percent percent -> List.of(percent.of());
            case Expression.Lowest lowest -> lowest.of();
            case Expression.Binding binding -> List.of(binding.agreed(), binding.otherwise());
            case Expression.Times times -> List.of(times.each());
            case Expression.Less less -> {
                var all = new ArrayList<>(List.of(less.from()));
                all.addAll(less.off());
                yield all;
            }
            case Expression.Sum sum -> sum.of();
            case Expression.AtMost most -> List.of(most.of(), most.most());
            case Expression.Part part -> List.of(part.whole());
            case Expression.Tax tax -> List.of(tax.on());
        };
    }

    private static Origin origin(Expression expression) {
        return switch (expression) {
            case Expression.Stated stated -> stated.origin();
            case Expression.PercentOff off -> off.origin();
            case Expression.Percent percent -> percent.origin();
            default -> null;
        };
    }

    /** For customers; nothing where it is simply the list price. */
    public static List<PlainStep> plain(Expression expression) {
        var steps = new ArrayList<PlainStep>();
        if (expression != null) {
            plain(expression, steps);
        }
        return List.copyOf(steps);
    }

    /**
     * For customers, of a line that has another number of pieces now than it was computed for. The price of a piece is still what it was; how many
     * there are, and what is taken off, is what is so today.
     *
     * @param discount that is taken off the line now; it stands under what it was taken off for, in the same shares
     */
    public static List<PlainStep> plain(Expression expression, int pieces, Money discount) {
        if (pieces == 0) {
            return List.of();
        }
        var then = plain(expression);
        var off = then.stream().filter(PlainStep::isDiscount).toList();
        var steps = new ArrayList<>(then.stream().filter(step -> !step.isDiscount() && step.kind() != Origin.Kind.GOODS).toList());
        if (off.isEmpty() || discount.isZero()) {
            return List.copyOf(steps);
        }
        if (pieces > 1 && expression instanceof Expression.Less less && less.from() instanceof Expression.Times times) {
            steps.add(new PlainStep(Origin.Kind.GOODS, null, pieces, new Expression.Times(times.each(), pieces).value()));
        }
        var parts = Spread.of(discount, off.stream().map(step -> step.amount().amount()).toList());
        for (int i = 0; i < off.size(); i++) {
            if (!parts.get(i).isZero()) {
                steps.add(new PlainStep(off.get(i).kind(), off.get(i).label(), 0, parts.get(i)));
            }
        }
        return List.copyOf(steps);
    }

    private static void plain(Expression expression, List<PlainStep> into) {
        switch (expression) {
            case Expression.Less less -> {
                plain(less.from(), into);
                if (less.from() instanceof Expression.Times times && times.pieces() > 1) {
                    into.add(new PlainStep(Origin.Kind.GOODS, null, times.pieces(), times.value()));
                }
                less.off().forEach(off -> {
                    var origin = discount(off);
                    if (origin != null) {
                        into.add(new PlainStep(origin.kind(), origin.label(), 0, off.value()));
                    }
                });
            }
            case Expression.Times times -> plain(times.each(), into);
            case Expression.Lowest lowest -> {
                var best = lowest.chosen();
                if (kind(best) != Origin.Kind.LIST) {
                    list(lowest, into);
                    plain(best, into);
                }
            }
            case Expression.Binding binding -> {
                list(binding.otherwise(), into);
                plain(binding.agreed(), into);
            }
            case Expression.Stated stated -> priced(stated, stated.origin(), into);
            case Expression.PercentOff off -> priced(off, off.origin(), into);
            default -> { }
        }
    }

    private static void priced(Expression each, Origin origin, List<PlainStep> into) {
        if (origin.kind() != Origin.Kind.LIST) {
            into.add(new PlainStep(origin.kind(), origin.label(), origin.from(), each.value()));
        }
    }

    /** The list price that is not paid. */
    private static void list(Expression among, List<PlainStep> into) {
        full(among).stream().map(Line::expression).filter(each -> kind(each) == Origin.Kind.LIST).findFirst()
                .ifPresent(each -> into.add(new PlainStep(Origin.Kind.LIST, null, 0, each.value())));
    }

    private static Origin.Kind kind(Expression expression) {
        var origin = origin(expression);
        return origin == null ? null : origin.kind();
    }

    private static Origin discount(Expression expression) {
        return full(expression).stream().map(Line::origin).filter(origin -> origin != null && List.of(Origin.Kind.PROMOTION, Origin.Kind.COUPON, Origin.Kind.VOUCHER)
                .contains(origin.kind())).findFirst().orElse(null);
    }
}
