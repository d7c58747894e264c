package app.regulars.ordering;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets sales in by turns, first come first served. A sale draws numbers on a connection of their own beside the one of its transaction;
 * if every connection were held by a sale that waits for its second, nobody could go on.
 */
@Component
class Turns {

    private final Semaphore free;

    Turns(@Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        this.free = new Semaphore(Math.max(1, connections / 2 - 1), true);
    }

    /** Who is within a transaction already has her turn. */
    <T> T take(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
