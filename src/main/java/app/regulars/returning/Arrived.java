package app.regulars.returning;

import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderKind;
import app.regulars.shipping.Parcel;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;

/** What of an order left and arrived, shipment by shipment. */
final class Arrived {

    private Arrived() {
    }

    /** When the latest of it arrived; null while nothing did. */
    static Instant at(OrderFile order) {
        return order.deliveredAt() != null ? order.deliveredAt() : order.parcels().stream().map(Parcel::deliveredAt).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /** When the first of it left; null while nothing did. */
    static Instant left(OrderFile order) {
        return order.parcels().stream().map(Parcel::shippedAt).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(order.shippedAt());
    }

    /** Pieces of a line that arrived. */
    static int arrived(OrderFile order, int line) {
        return order.deliveredAt() != null ? whole(order, line) : pieces(order, line, parcel -> parcel.deliveredAt() != null);
    }

    /** Pieces of a line that went out, arrived or not. */
    static int sent(OrderFile order, int line) {
        return order.deliveredAt() != null ? whole(order, line) : pieces(order, line, parcel -> parcel.shippedAt() != null);
    }

    private static int whole(OrderFile order, int line) {
        return order.kind() == OrderKind.ORDER && order.canceledAt() == null ? Math.max(0, order.lines().get(line).quantity()) : 0;
    }

    private static int pieces(OrderFile order, int line, Predicate<Parcel> which) {
        return Math.min(whole(order, line), order.parcels().stream().filter(which).flatMap(parcel -> parcel.parts().stream()).filter(part -> part.line() == line)
                .mapToInt(part -> part.quantity()).sum());
    }
}
