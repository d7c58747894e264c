package app.regulars.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Compares questions by what they mean. The model is loaded in the background when it is first wanted, then every document of a question
 * that has no vector of this model gets one; until all have one, and wherever the model is switched off or does not run, questions are
 * compared by their words.
 */
@Component
class Meaning {

    private static final Logger log = LoggerFactory.getLogger(Meaning.class);
    private static final int AT_ONCE = 50;
    private static final int AGAIN_SECONDS = 60;
    private static final int AFTER_START_SECONDS = 5;
    private static final int LONGEST = 400;

    /** Where the model stands. */
    enum State { OFF, SLEEPING, LOADING, READY, FAILED }

    private final MeaningOfDocuments documents;
    private final Cache<String, float[]> asked = Caffeine.newBuilder().maximumSize(5_000).build();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("meaning").factory());
    private volatile State state;
    private volatile SentenceModel model;

    Meaning(MeaningOfDocuments documents, @Value("${regulars.search.meaning:true}") boolean on) {
        this.documents = documents;
        this.state = on ? State.SLEEPING : State.OFF;
    }

    State state() {
        return state;
    }

    /** The sentence as a vector, or null as long as there is nothing to compare it with. */
    float[] of(String sentence) {
        if (state != State.READY) {
            wake();
            return null;
        }
        return asked.get(sentence.substring(0, Math.min(LONGEST, sentence.length())), model::of);
    }

    /** Whether the model knows it as a whole word, so that it is no typing error. */
    boolean knows(String word) {
        return model != null && model.knows(word);
    }

    /** Something may have to be compared soon. */
    void wake() {
        if (state == State.OFF || state == State.FAILED) {
            return;
        }
        if (wanted.compareAndSet(false, true)) {
            if (started.get()) {
                submit(this::load, 0);
            }
        } else if (state == State.READY && due.compareAndSet(false, true)) {
            submit(this::keepUp, 0);
        }
    }

    /** A start and the first pages after it have the processors to themselves. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (state == State.OFF) {
            return;
        }
        submit(() -> {
            started.set(true);
            if (wanted.get()) {
                load();
            }
        }, AFTER_START_SECONDS);
    }

    /** Loads the model at once, and returns when every document that can be compared has its vector. */
    void await() {
        wanted.set(true);
        try {
            worker.submit(() -> {
                load();
                giveAll();
            }).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void submit(Runnable work, int seconds) {
        try {
            worker.schedule(work, seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException ending) {
            log.debug("no new vectors, this is the end");
        }
    }

    private void load() {
        if (model != null || state == State.FAILED) {
            return;
        }
        state = State.LOADING;
        try {
            model = new SentenceModel(SentenceModel.Known.MINILM);
        } catch (RuntimeException | LinkageError notHere) {
            state = State.FAILED;
            log.warn("questions are compared by their words: the sentence model does not run here ({})", notHere.toString());
            return;
        }
        keepUp();
    }

    /** Also finds what other nodes have written. */
    private void keepUp() {
        try {
            giveAll();
        } catch (DataAccessException away) {
            log.warn("questions wait for their vectors: {}", away.getClass().getSimpleName());
        }
        submit(this::keepUp, AGAIN_SECONDS);
    }

    private void giveAll() {
        if (model == null) {
            return;
        }
        due.set(false);
        Set<Object> tried = new HashSet<>();
        while (!Thread.currentThread().isInterrupted()) {
            var missing = documents.without(model.name(), AT_ONCE);
            if (missing.isEmpty() || !tried.addAll(missing)) {
                break;
            }
            documents.give(missing, model);
        }
        state = State.READY;
    }

    @PreDestroy
    void ended() throws InterruptedException {
        worker.shutdownNow();
        if (worker.awaitTermination(10, TimeUnit.SECONDS) && model != null) {
            model.close();
        }
    }
}
