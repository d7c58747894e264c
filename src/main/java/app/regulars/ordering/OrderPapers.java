package app.regulars.ordering;

import java.time.Instant;
import java.util.List;

/** Papers that belong to an order and that another module keeps, such as invoices; its pages list them. */
public interface OrderPapers {

    /**
     * A paper to open.
     *
     * @param title a key of a text that names its kind
     * @param file  the last part of its address, such as "INV-2026-00001.pdf"
     */
    record Paper(String title, String number, Instant at, String file) {
    }

    /** The oldest first. */
    List<Paper> of(OrderId order);
}
