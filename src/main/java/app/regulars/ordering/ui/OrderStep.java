package app.regulars.ordering.ui;

import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A step on an order's way.
 *
 * @param key      "placed", "awaiting-payment", "packed", "partly-shipped", "shipped", "ready", "delivered", "picked-up" or "canceled"; named by ordering.step.{key}
 * @param state    "done", "now" or "next"
 * @param at       when it happened, or null
 * @param promised the promised day of a step ahead, or null
 */
public record OrderStep(String key, String state, Instant at, LocalDate promised) {

    public static List<OrderStep> of(OrderFile order) {
        var steps = new ArrayList<OrderStep>();
        var pickup = "pickup".equals(order.shippingOption());
        steps.add(new OrderStep("placed", "done", order.summary().placedAt(), null));
        if (order.status() == OrderStatus.CANCELED) {
            steps.add(new OrderStep("canceled", "now", order.canceledAt(), null));
            return steps;
        }
        if (order.status() == OrderStatus.AWAITING_PAYMENT) {
            steps.add(new OrderStep("awaiting-payment", "now", null, null));
        }
        var partly = order.status() == OrderStatus.PARTLY_SHIPPED;
        if (!partly) {
            steps.add(step("packed", order.packedAt(), order.status() == OrderStatus.PLACED, null));
        }
        steps.add(step(pickup ? "ready" : partly ? "partly-shipped" : "shipped", order.shippedAt(), order.status() == OrderStatus.PACKED || partly, pickup ? order.promised() : null));
        steps.add(step(pickup ? "picked-up" : "delivered", order.deliveredAt(), order.status() == OrderStatus.SHIPPED, pickup ? null : order.promised()));
        return steps;
    }

    private static OrderStep step(String key, Instant at, boolean next, LocalDate promised) {
        return new OrderStep(key, at != null ? "done" : next ? "now" : "next", at, at == null ? promised : null);
    }
}
