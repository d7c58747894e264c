package app.regulars.customer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away answers to custom fields whose time is over, with what the history says of them. */
@Component
class AnswersForgetting {

    private static final Logger log = LoggerFactory.getLogger(AnswersForgetting.class);

    private final CustomFields fields;

    AnswersForgetting(CustomFields fields) {
        this.fields = fields;
    }

    @Transactional
    public int run() {
        var forgotten = fields.forgetOld();
        if (forgotten > 0) {
            log.info("{} answers to custom fields were kept long enough and are gone", forgotten);
        }
        return forgotten;
    }

    @Configuration
    static class Daily {

        @Bean
        RecurringTask<Void> customFieldForgetting(AnswersForgetting forgetting) {
            return Tasks.recurring("custom-field-forgetting", FixedDelay.ofHours(24)).execute((instance, context) -> forgetting.run());
        }
    }
}
