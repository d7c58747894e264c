package app.regulars.ordering;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells everybody who waits for it of an order, in one transaction. It is one piece of news in the registry of events rather than one for
 * each: with six of them their book-keeping was two fifths of all that an order asked of the database.
 */
@Component
class OrderNews {

    private final List<AfterOrder> all;
    private final FreshOrders fresh;
    private final Orders orders;
    private final EntityManager entities;
    private final TransactionTemplate own;

    OrderNews(List<AfterOrder> all, FreshOrders fresh, Orders orders, EntityManager entities, PlatformTransactionManager transactions) {
        this.all = all;
        this.fresh = fresh;
        this.orders = orders;
        this.entities = entities;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Async
    @TransactionalEventListener
    void on(OrderPlaced placed) {
        tell(placed);
    }

    void tell(OrderPlaced placed) {
        try {
            tell(placed, all, fresh.take(placed.order()));
        } catch (RuntimeException together) {
            alone(placed, together);
        }
    }

    private void tell(OrderPlaced placed, List<AfterOrder> some, Optional<OrderFile> known) {
        own.executeWithoutResult(status -> {
            var order = known.or(() -> orders.file(placed.number())).orElseThrow();
            // nothing of it is changed here: it need not be compared with every statement that follows
            entities.clear();
            some.forEach(one -> one.placed(placed, order));
        });
    }

    /** Where one of them fails, the others need not wait until it does not. @throws RuntimeException the first that went wrong: then it is told again */
    private void alone(OrderPlaced placed, RuntimeException together) {
        RuntimeException wrong = null;
        for (var one : all) {
            try {
                tell(placed, List.of(one), Optional.empty());
            } catch (RuntimeException failed) {
                wrong = wrong == null ? failed : wrong;
            }
        }
        if (wrong != null) {
            wrong.addSuppressed(together);
            throw wrong;
        }
    }
}
