package app.regulars.platform.money;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount and its currency, in two columns. Amounts keep up to four decimals; {@link #rounded()} is the one place that
 * rounds to what can be paid (half up, to the currency's own decimals).
 */
@Embeddable
public record Money(@Column(name = "amount", precision = 19, scale = 4) BigDecimal amount,
                    @Column(name = "currency", length = 3) String currency) implements Comparable<Money>, Serializable {

    /** The number of decimals that are stored. */
    public static final int SCALE = 4;

    public Money {
        Objects.requireNonNull(amount);
        Objects.requireNonNull(currency);
        if (amount.scale() != SCALE) {
            amount = amount.setScale(SCALE, RoundingMode.HALF_UP);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /** Times a rate such as a tax rate, rounded to what can be paid. */
    public Money times(BigDecimal rate) {
        return new Money(amount.multiply(rate).setScale(decimals(), RoundingMode.HALF_UP), currency);
    }

    /** Rounded half up to the currency's own decimals. */
    public Money rounded() {
        return new Money(amount.setScale(decimals(), RoundingMode.HALF_UP), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isAtLeast(Money other) {
        return compareTo(other) >= 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("different currencies: " + currency + " and " + other.currency);
        }
        return other;
    }

    private int decimals() {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return rounded().amount.setScale(decimals(), RoundingMode.HALF_UP) + " " + currency;
    }
}
