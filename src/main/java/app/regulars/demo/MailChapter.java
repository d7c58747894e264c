package app.regulars.demo;

import app.regulars.mailroom.MailIntake;
import app.regulars.mailroom.MailboxForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What came by mail to the help desk, in the last days. */
@Component
@Order(14)
class MailChapter implements DemoChapter {

    /** Files, and how many days ago they came. */
    private static final Map<String, Double> MAILS = new TreeMap<>(Map.of("newsletter", 3.2, "undelivered", 2.4, "away", 1.6, "broken-mug", 0.3, "nobody", 0.1));

    private final MailIntake intake;

    MailChapter(MailIntake intake) {
        this.intake = intake;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(40), "mailbox:help", () -> box().toString());
        MAILS.forEach((name, days) -> timeline.add(story.daysAgo(days), "mail:" + name, () -> intake.take(box(), message(name))));
    }

    private UUID box() {
        return intake.mailbox(new MailboxForm("Help", "help@harbourline.example", "en", null, "imap.harbourline.example", "993", "tls", "help", UUID.randomUUID().toString(), "INBOX",
                "smtp.harbourline.example", "587", "starttls", true, "mx.harbourline.example", true, false));
    }

    private static byte[] message(String name) {
        try {
            return new ClassPathResource("demo/mail/" + name + ".eml").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
