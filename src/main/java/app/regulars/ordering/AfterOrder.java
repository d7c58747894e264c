package app.regulars.ordering;

/**
 * What follows from an order beside the sale itself: mail, index, stages, terms that run. Everybody who has something to do is told together,
 * once the sale is committed, with the order read once; somebody who fails keeps the others from nothing, and all are told again. So it
 * counts once however often it is told.
 */
public interface AfterOrder {

    /** In a transaction, on a thread of its own. @param order as staff see it */
    void placed(OrderPlaced placed, OrderFile order);
}
