package app.regulars.ordering;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets sales in by turns, first come first served. A sale draws numbers on a connection of their own beside the one of its transaction;
 * if every connection were held by a sale that waits for its second, nobody could go on. More at once than keep processors, network and disk
 * busy would only hold each other up: they hold rows of stock for longer, and who came first is not done first.
 */
@Component
class Turns {

    /** While one computes, the others wait for the database. */
    private static final int A_PROCESSOR = 4;

    private final Semaphore free;

    /** @param atOnce so many have a turn at once; 0 for as many as suit the processors */
    Turns(@Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections, @Value("${regulars.sales.at-once:0}") int atOnce) {
        this.free = new Semaphore(Math.max(1, Math.min(connections / 2 - 1, atOnce > 0 ? atOnce : A_PROCESSOR * Runtime.getRuntime().availableProcessors())), true);
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
