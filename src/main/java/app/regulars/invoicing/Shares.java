package app.regulars.invoicing;

import java.math.BigInteger;
import java.util.List;

/**
 * Splits an amount over parts in proportion to what is left of them, in whole cents: none gets more than is left of it, the shares sum
 * to the amount, and when all is taken nothing is left of any.
 */
final class Shares {

    private Shares() {
    }

    /** @param left in cents, none negative @param amount in cents, from nothing to the sum of what is left */
    static long[] of(List<Long> left, long amount) {
        var all = left.stream().mapToLong(Long::longValue).sum();
        if (amount < 0 || amount > all || left.stream().anyMatch(part -> part < 0)) {
            throw new IllegalArgumentException("more than is left");
        }
        var shares = new long[left.size()];
        if (all == 0) {
            return shares;
        }
        var rests = new BigInteger[left.size()];
        var given = 0L;
        for (var i = 0; i < shares.length; i++) {
            var exact = BigInteger.valueOf(left.get(i)).multiply(BigInteger.valueOf(amount)).divideAndRemainder(BigInteger.valueOf(all));
            shares[i] = exact[0].longValueExact();
            rests[i] = exact[1];
            given += shares[i];
        }
        // what rounding left over goes, a cent each, to those who lost most by it
        for (; given < amount; given++) {
            var most = -1;
            for (var i = 0; i < shares.length; i++) {
                if (shares[i] < left.get(i) && (most < 0 || rests[i].compareTo(rests[most]) > 0)) {
                    most = i;
                }
            }
            shares[most]++;
            rests[most] = BigInteger.valueOf(-1);
        }
        return shares;
    }
}
