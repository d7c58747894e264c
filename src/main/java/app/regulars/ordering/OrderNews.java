package app.regulars.ordering;

import app.regulars.platform.time.BusinessClock;
import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells everybody who waits for it of an order, in one transaction. It is one piece of news in the registry of events rather than one for
 * each: with six of them their book-keeping was two fifths of all that an order asked of the database. Orders that are placed while others are
 * told of are told of together: the more there are, the less each costs, and those who order are not held up by what follows from orders before.
 */
@Component
class OrderNews {

    /** Rows that follow from orders are held until all of them are told of. */
    private static final int MOST_AT_ONCE = 40;

    /** Long enough to bring some together, and nobody notices it. */
    private static final Duration PACE = Duration.ofMillis(150);

    private final List<AfterOrder> all;
    private final FreshOrders fresh;
    private final Orders orders;
    private final EntityManager entities;
    private final TransactionTemplate own;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("order-news").factory());
    /** Only this worker knows of it. */
    private long begun;
    private volatile boolean ending;

    OrderNews(List<AfterOrder> all, FreshOrders fresh, Orders orders, EntityManager entities, PlatformTransactionManager transactions) {
        this.all = all;
        this.fresh = fresh;
        this.orders = orders;
        this.entities = entities;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Waiting(OrderPlaced placed, CompletableFuture<Void> told) {
    }

    /** @return done when all are told; the registry of events waits for that, whoever placed the order does not */
    @TransactionalEventListener
    CompletableFuture<Void> on(OrderPlaced placed) {
        var one = new Waiting(placed, new CompletableFuture<>());
        if (BusinessClock.isPast()) {
            // history is loaded in order: what follows is there before the next thing happens
            tell(List.of(one));
            return one.told();
        }
        waiting.add(one);
        try {
            worker.execute(this::tellWaiting);
        } catch (RejectedExecutionException ending) {
            one.told().completeExceptionally(ending);
        }
        return one.told();
    }

    /** @throws RuntimeException the first that went wrong: then it is told again */
    void tell(OrderPlaced placed) {
        try {
            together(List.of(placed));
        } catch (RuntimeException together) {
            alone(placed, together);
        }
    }

    private void tellWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        // an order alone is told of at once; of many, those of a moment together
        var early = begun + PACE.toNanos() - System.nanoTime();
        if (begun != 0 && early > 0 && waiting.size() < MOST_AT_ONCE && !ending) {
            LockSupport.parkNanos(early);
        }
        begun = System.nanoTime();
        var some = new ArrayList<Waiting>();
        waiting.drainTo(some, MOST_AT_ONCE);
        tell(some);
    }

    private void tell(List<Waiting> some) {
        RuntimeException wrong = null;
        try {
            together(some.stream().map(Waiting::placed).toList());
        } catch (RuntimeException together) {
            wrong = together;
        }
        for (var one : some) {
            try {
                if (wrong != null) {
                    alone(one.placed(), wrong);
                }
                one.told().complete(null);
            } catch (RuntimeException failed) {
                one.told().completeExceptionally(failed);
            }
        }
    }

    void together(List<OrderPlaced> some) {
        own.executeWithoutResult(status -> {
            var told = some.stream().map(placed -> new AfterOrder.Told(placed, file(placed, fresh.take(placed.order())))).toList();
            // nothing of it is changed here: it need not be compared with every statement that follows
            entities.clear();
            all.forEach(one -> one.placed(told));
        });
    }

    private OrderFile file(OrderPlaced placed, Optional<OrderFile> known) {
        return known.or(() -> orders.file(placed.number())).orElseThrow();
    }

    /** Where one of them fails, the others need not wait until it does not. @throws RuntimeException the first that went wrong: then it is told again */
    private void alone(OrderPlaced placed, RuntimeException together) {
        RuntimeException wrong = null;
        for (var one : all) {
            try {
                own.executeWithoutResult(status -> {
                    var order = file(placed, Optional.empty());
                    entities.clear();
                    one.placed(placed, order);
                });
            } catch (RuntimeException failed) {
                wrong = wrong == null ? failed : wrong;
            }
        }
        if (wrong != null) {
            if (wrong != together) {
                wrong.addSuppressed(together);
            }
            throw wrong;
        }
    }

    @PreDestroy
    void ended() {
        ending = true;
        worker.close();
    }
}
