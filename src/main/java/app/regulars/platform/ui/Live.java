package app.regulars.platform.ui;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells live pages that something has changed, so that they look again: topics such as "orders", "order:" and an id,
 * "inquiries". A page listens only while it is attached; a topic says that something changed, never what, so that a missed
 * or doubled word does no harm.
 */
public final class Live {

    private static final Logger log = LoggerFactory.getLogger(Live.class);
    private static final Map<String, Set<Listening>> TOPICS = new ConcurrentHashMap<>();
    private static final ExecutorService CALLER = Executors.newVirtualThreadPerTaskExecutor();

    private Live() {
    }

    /** What to do on a page whose topic has changed; runs with the page's lock held. */
    @FunctionalInterface
    public interface LookAgain extends Serializable {
        void look();
    }

    private record Listening(UI ui, LookAgain then) {
    }

    /** Calls back on the component's page whenever the topic changes, for as long as the component is attached. */
    public static void on(String topic, Component component, LookAgain then) {
        component.addAttachListener(event -> listen(topic, event.getUI(), component, then));
        component.getUI().filter(ui -> component.isAttached()).ifPresent(ui -> listen(topic, ui, component, then));
    }

    private static void listen(String topic, UI ui, Component component, LookAgain then) {
        var listening = new Listening(ui, then);
        TOPICS.compute(topic, (t, all) -> {
            var set = all == null ? ConcurrentHashMap.<Listening>newKeySet() : all;
            set.add(listening);
            return set;
        });
        component.addDetachListener((DetachEvent event) -> {
            event.unregisterListener();
            forget(topic, listening);
        });
    }

    private static void forget(String topic, Listening listening) {
        TOPICS.computeIfPresent(topic, (t, all) -> {
            all.remove(listening);
            return all.isEmpty() ? null : all;
        });
    }

    /** Tells everybody who listens; inside a transaction only after its commit. */
    public static void changed(String... topics) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(topics);
                }
            });
        } else {
            tell(topics);
        }
    }

    private static void tell(String... topics) {
        for (var topic : topics) {
            var all = TOPICS.get(topic);
            if (all != null) {
                all.forEach(listening -> CALLER.execute(() -> call(topic, listening)));
            }
        }
    }

    private static void call(String topic, Listening listening) {
        try {
            listening.ui().access(listening.then()::look);
        } catch (UIDetachedException closedMeanwhile) {
            forget(topic, listening);
        } catch (RuntimeException e) {
            log.warn("a page could not be told of {}: {}", topic, e.toString());
        }
    }

    /** How many pages listen to a topic, for tests. */
    static int listeners(String topic) {
        var all = TOPICS.get(topic);
        return all == null ? 0 : all.size();
    }
}
