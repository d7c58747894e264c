package app.regulars.notification;

import java.time.Duration;

import app.regulars.platform.shop.Shop;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration
class DeliveryConfiguration {

    /** The demonstration never gets a transport that could send, whatever else is configured. */
    @Bean
    MailTransport mailTransport(@Value("${regulars.demo:false}") boolean demo, ObjectProvider<JavaMailSender> sender, Shop shop) {
        var smtp = demo ? null : sender.getIfAvailable();
        if (smtp == null) {
            LoggerFactory.getLogger(Delivery.class).info("messages stay in the outbox: {}",
                    demo ? "this is the demonstration" : "no mail server (spring.mail.host) is configured");
        }
        // a mailbox may have a server of its own where the shop has none
        return demo ? (message, head) -> MessageState.KEPT : new SmtpTransport(smtp, shop);
    }

    /** The safety net; what was just posted leaves at once (see Delivery.wake). */
    @Bean
    RecurringTask<Void> outboxDelivery(Delivery delivery) {
        return Tasks.recurring("outbox-delivery", FixedDelay.of(Duration.ofSeconds(5))).execute((instance, context) -> delivery.run());
    }
}
