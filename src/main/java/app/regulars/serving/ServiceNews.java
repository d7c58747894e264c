package app.regulars.serving;

import app.regulars.inquiry.InquiryAnswered;
import app.regulars.inquiry.InquiryOpened;
import app.regulars.inquiry.InquiryReplied;
import app.regulars.inquiry.InquiryResolved;
import app.regulars.inquiry.InquiryStepped;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Works due times out anew whenever something happens to an inquiry, and looks at those whose time runs out. */
@Component
class ServiceNews {

    private static final Logger log = LoggerFactory.getLogger(ServiceNews.class);
    private static final int AT_ONCE = 200;

    private final TargetBoard board;
    private final Router router;
    private final Escalating escalating;

    ServiceNews(TargetBoard board, Router router, Escalating escalating) {
        this.board = board;
        this.router = router;
        this.escalating = escalating;
    }

    @ApplicationModuleListener
    void on(InquiryOpened opened) {
        board.settle(opened.inquiry());
        router.route(opened.inquiry());
        board.settle(opened.inquiry());
    }

    @ApplicationModuleListener
    void on(InquiryReplied replied) {
        board.settle(replied.inquiry());
    }

    @ApplicationModuleListener
    void on(InquiryAnswered answered) {
        board.settle(answered.inquiry());
    }

    @ApplicationModuleListener
    void on(InquiryResolved resolved) {
        board.settle(resolved.inquiry());
    }

    @ApplicationModuleListener
    void on(InquiryStepped stepped) {
        board.settle(stepped.inquiry());
    }

    /** Hours, goals, tiers or teams became others: every open inquiry is worked out anew by the job, each in a transaction of its own. */
    @ApplicationModuleListener
    void on(SettingsChanged changed) {
        escalating.again();
    }

    /** One that cannot be worked out holds nobody else up. @return whether there may be more */
    boolean look() {
        var due = escalating.due(AT_ONCE);
        var done = 0;
        for (var each : due) {
            try {
                escalating.look(each);
                done++;
            } catch (RuntimeException stuck) {
                log.error("the promises of inquiry {} cannot be worked out", each, stuck);
            }
        }
        return done > 0 && due.size() == AT_ONCE;
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> escalationJob(ServiceNews news) {
            return Tasks.recurring("serving-escalation", Schedules.fixedDelay(Duration.ofSeconds(30))).execute((instance, context) -> {
                while (news.look()) {
                    // the next two hundred
                }
            });
        }
    }
}
