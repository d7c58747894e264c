package app.regulars.personaldata;

import java.time.Clock;
import org.springframework.data.domain.Limit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets whoever asked for it: at once, or as soon as nothing is on its way any more. Runs again after a failure. */
@Component
class ErasureWork {

    private final Erasure erasure;
    private final PrivacyRequestRepository requests;
    private final RequestLog steps;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErasureWork(Erasure erasure, PrivacyRequestRepository requests, RequestLog steps, TransactionTemplate transaction, Clock clock) {
        this.erasure = erasure;
        this.requests = requests;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ErasureAsked asked) {
        // the request is read afterwards only: its words are erased with all others
        erasure.run(asked.customer());
        var request = requests.lock(asked.request()).orElseThrow();
        if (!request.state().isOver()) {
            done(request);
        }
        // there is nobody any more to whom an answer could go
        requests.findByCustomerIdOrderByAskedAtDesc(asked.customer(), Limit.of(500)).stream().filter(other -> !other.state().isOver()).forEach(this::done);
    }

    private void done(PrivacyRequest request) {
        var before = request.fields();
        request.close(RequestState.DONE, clock.instant());
        steps.add(request, before, clock.instant(), null, "done", null);
    }

    /** Those who waited for their orders. @return how many are forgotten now */
    int again() {
        var done = 0;
        for (var waiting : requests.findByKindAndState(RequestKind.ERASURE, RequestState.WAITING, Limit.of(500))) {
            if (erasure.unfinished(waiting.customer()).isEmpty()) {
                transaction.executeWithoutResult(status -> on(new ErasureAsked(waiting.id(), waiting.customer(), clock.instant())));
                done++;
            }
        }
        return done;
    }
}
