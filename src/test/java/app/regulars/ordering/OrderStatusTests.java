package app.regulars.ordering;

import static app.regulars.ordering.OrderStatus.AWAITING_PAYMENT;
import static app.regulars.ordering.OrderStatus.CANCELED;
import static app.regulars.ordering.OrderStatus.DELIVERED;
import static app.regulars.ordering.OrderStatus.PACKED;
import static app.regulars.ordering.OrderStatus.PARTLY_SHIPPED;
import static app.regulars.ordering.OrderStatus.PLACED;
import static app.regulars.ordering.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderStatusTests {

    private static final Map<OrderStatus, Set<OrderStatus>> ALLOWED = Map.of(
            AWAITING_PAYMENT, Set.of(PLACED, CANCELED),
            PLACED, Set.of(PACKED, PARTLY_SHIPPED, SHIPPED, CANCELED),
            PACKED, Set.of(PLACED, PARTLY_SHIPPED, SHIPPED, CANCELED),
            PARTLY_SHIPPED, Set.of(SHIPPED, DELIVERED),
            SHIPPED, Set.of(DELIVERED), DELIVERED, Set.of(), CANCELED, Set.of());

    @Test
    void everyPairOfStatesIsAllowedOrNot() {
        for (var from : OrderStatus.values()) {
            for (var to : OrderStatus.values()) {
                assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(ALLOWED.get(from).contains(to));
            }
        }
    }

    @Test
    void everyStateCanBeReachedAndFinishes() {
        for (var state : OrderStatus.values()) {
            assertThat(reach(state)).as("the end from %s", state).containsAnyOf(DELIVERED, CANCELED);
        }
        assertThat(reach(AWAITING_PAYMENT)).containsExactlyInAnyOrder(OrderStatus.values());
    }

    /** All counts of up to five pieces that can be: what is delivered has left, what has left was packed. */
    @Test
    void standsWhereItsPiecesAre() {
        for (int pieces = 1; pieces <= 5; pieces++) {
            for (int packed = 0; packed <= pieces; packed++) {
                for (int shipped = 0; shipped <= packed; shipped++) {
                    for (int delivered = 0; delivered <= shipped; delivered++) {
                        var expected = delivered == pieces ? DELIVERED : shipped == pieces ? SHIPPED : shipped > 0 ? PARTLY_SHIPPED : packed == pieces ? PACKED : PLACED;
                        assertThat(OrderStatus.of(pieces, packed, shipped, delivered)).as("%d of which %d, %d, %d", pieces, packed, shipped, delivered).isEqualTo(expected);
                    }
                }
            }
        }
    }

    private static Set<OrderStatus> reach(OrderStatus from) {
        var reached = EnumSet.of(from);
        for (var grown = true; grown;) {
            var more = EnumSet.copyOf(reached);
            reached.forEach(state -> more.addAll(state.next()));
            grown = reached.addAll(more);
        }
        return reached;
    }
}
