package app.regulars.ordering;

import java.util.List;

/**
 * What follows from an order beside the sale itself: mail, index, stages, terms that run. Everybody who has something to do is told together,
 * once the sale is committed, with the order read once; somebody who fails keeps the others from nothing, and all are told again. So it
 * counts once however often it is told.
 */
public interface AfterOrder {

    /** @param order as staff see it */
    record Told(OrderPlaced placed, OrderFile order) {
    }

    /** In a transaction, on a thread of its own. @param order as staff see it */
    void placed(OrderPlaced placed, OrderFile order);

    /** Orders of the same moment, in one transaction: who asks the database for each of them should ask once for all. In the order in which they were placed. */
    default void placed(List<Told> orders) {
        orders.forEach(one -> placed(one.placed(), one.order()));
    }
}
