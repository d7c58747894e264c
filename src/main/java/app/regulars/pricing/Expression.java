package app.regulars.pricing;

import app.regulars.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a price comes about: the computation itself, kept as a tree. The engine builds one and charges its {@link #value()}; whoever
 * explains a price walks the same tree. So an explanation cannot say anything but what was computed. Rounding is {@link Money}'s.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@JsonSubTypes.Type(value = Expression.Stated.class, name = "stated"), @JsonSubTypes.Type(value = Expression.PercentOff.class, name = "percent-off"),
    @JsonSubTypes.Type(value = Expression.Percent.class, name = "percent"), @JsonSubTypes.Type(value = Expression.Lowest.class, name = "lowest"),
    @JsonSubTypes.Type(value = Expression.Binding.class, name = "binding"), @JsonSubTypes.Type(value = Expression.Times.class, name = "times"),
    @JsonSubTypes.Type(value = Expression.Less.class, name = "less"), @JsonSubTypes.Type(value = Expression.Sum.class, name = "sum"),
    @JsonSubTypes.Type(value = Expression.AtMost.class, name = "at-most"), @JsonSubTypes.Type(value = Expression.Part.class, name = "part"),
    @JsonSubTypes.Type(value = Expression.Tax.class, name = "tax")})
public sealed interface Expression {

    /** Computes it anew, from the leaves. */
    Money value();

    /** As it is where it is no more than the limit; so that trees stay small the limit stands in them as an amount. */
    static Expression atMost(Expression of, Money limit, Origin.Kind what) {
        return of.value().compareTo(limit) <= 0 ? of : new AtMost(of, new Stated(limit, Origin.of(what)));
    }

    /** An amount that somebody set. */
    record Stated(Money amount, Origin origin) implements Expression {
        @Override
        public Money value() {
            return amount;
        }
    }

    /** A price less so many percent, rounded to what can be paid. */
    record PercentOff(Expression of, BigDecimal percent, Origin origin) implements Expression {
        @Override
        public Money value() {
            return of.value().times(BigDecimal.ONE.subtract(percent.movePointLeft(2)));
        }
    }

    /** So many percent of an amount, rounded to what can be paid. */
    record Percent(Expression of, BigDecimal percent, Origin origin) implements Expression {
        @Override
        public Money value() {
            return of.value().times(percent.movePointLeft(2));
        }
    }

    /** The lowest of what holds; of equal ones the first. */
    record Lowest(List<Expression> of) implements Expression {
        public Expression chosen() {
            var best = of.getFirst();
            for (var each : of) {
                if (each.value().compareTo(best.value()) < 0) {
                    best = each;
                }
            }
            return best;
        }

        @Override
        public Money value() {
            return chosen().value();
        }
    }

    /** What was agreed as an exception holds, whatever it would cost otherwise. */
    record Binding(Expression agreed, Expression otherwise) implements Expression {
        @Override
        public Money value() {
            return agreed.value();
        }
    }

    /** So many pieces, rounded to what can be paid. */
    record Times(Expression each, int pieces) implements Expression {
        @Override
        public Money value() {
            return each.value().times(pieces).rounded();
        }
    }

    /** An amount less what is taken off; never below zero. */
    record Less(Expression from, List<Expression> off) implements Expression {
        @Override
        public Money value() {
            var left = from.value();
            for (var each : off) {
                left = left.minus(each.value());
            }
            return left.isNegative() ? Money.zero(left.currency()) : left;
        }
    }

    /** @param currency of the sum of nothing */
    record Sum(List<Expression> of, String currency) implements Expression {
        @Override
        public Money value() {
            return of.stream().map(Expression::value).reduce(Money.zero(currency), Money::plus);
        }
    }

    /** An amount, but no more than another. */
    record AtMost(Expression of, Expression most) implements Expression {
        @Override
        public Money value() {
            var wanted = of.value();
            var limit = most.value();
            return wanted.compareTo(limit) > 0 ? limit : wanted;
        }
    }

    /** What falls to one of several by their weights, to the cent: the parts are the whole. @param at counted from 0 */
    record Part(Expression whole, List<BigDecimal> weights, int at) implements Expression {
        @Override
        public Money value() {
            return Spread.of(whole.value(), weights).get(at);
        }
    }

    /** A tax, rounded once. @param rate as a fraction */
    record Tax(Expression on, String code, BigDecimal rate) implements Expression {
        @Override
        public Money value() {
            return on.value().times(rate);
        }
    }
}
