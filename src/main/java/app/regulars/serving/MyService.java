package app.regulars.serving;

import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryAudience;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: which tier they are in and what it means, and what was decided about them by automation alone. */
@Service
public class MyService {

    private final Settings settings;
    private final Decisions decisions;
    private final Inquiries all;
    private final MyInquiries inquiries;
    private final InquiryAudience audience;
    private final RouteWords words;
    private final Texts texts;

    MyService(Settings settings, Decisions decisions, Inquiries all, MyInquiries inquiries, InquiryAudience audience, RouteWords words, Texts texts) {
        this.settings = settings;
        this.decisions = decisions;
        this.all = all;
        this.inquiries = inquiries;
        this.audience = audience;
        this.words = words;
        this.texts = texts;
    }

    /** @param first minutes of work until the first answer to a plain question, or null; likewise the others */
    public record Standing(String tier, Localized name, Localized meaning, Integer first, Integer next, Integer resolution) {
    }

    /** @param reasons what the rule looked at and found @param priority what it was set to, or null @param tier by name @param contestedBy the number of the inquiry that asks for a person, or null */
    public record Decided(UUID id, String inquiry, String subject, String reasons, String type, String priority, String tier, int rules, Instant at, String contestedBy) {
    }

    @Transactional(readOnly = true)
    public Standing standing(CustomerId me) {
        var tier = settings.tierOf(Objects.requireNonNull(me)).tier();
        var goals = settings.goals().content();
        var facts = new ClockEvent.Facts("question", "normal", tier.code(), null);
        return new Standing(tier.code(), tier.name(), tier.meaning(), minutes(goals.of(TargetKind.FIRST, facts)), minutes(goals.of(TargetKind.NEXT, facts)),
                minutes(goals.of(TargetKind.RESOLUTION, facts)));
    }

    private static Integer minutes(Long millis) {
        return millis == null ? null : (int) (millis / 60_000);
    }

    /** Newest first, of the latest 50; where no rule fitted nothing was decided. In a company each sees what was decided about the inquiries she may read. */
    @Transactional(readOnly = true)
    public List<Decided> decided(CustomerId me, Locale locale) {
        return decisions.of(Objects.requireNonNull(me), 50).stream().filter(each -> each.result().route().position() > 0 && audience.includes(each.inquiry())).map(each -> {
            var inquiry = all.find(each.inquiry()).orElseThrow(NotFound::new);
            return new Decided(each.id(), inquiry.number().value(), inquiry.subject(), words.reasons(each.result().route(), locale), each.inputs().facts().type(),
                    each.result().route().priority(), settings.tierName(each.inputs().facts().tier(), locale), each.book(), each.at(), each.contestedBy());
        }).toList();
    }

    /**
     * Asks for a person to look at a decision: opens an inquiry about it, once.
     *
     * @return its number
     * @throws NotFound if it is not there or not mine
     */
    @Transactional
    public String contest(CustomerId me, UUID decision, Locale locale) {
        var mine = decisions.mine(decision, Objects.requireNonNull(me)).filter(each -> audience.includes(each.inquiry())).orElseThrow(NotFound::new);
        if (mine.contestedBy() != null) {
            return mine.contestedBy();
        }
        var inquiry = all.find(mine.inquiry()).orElseThrow(NotFound::new);
        var values = Map.of("number", inquiry.number().value(), "reasons", words.reasons(mine.result().route(), locale));
        var number = inquiries.ask(me, new NewInquiry(texts.get(locale, "serving.contest.subject", values), texts.get(locale, "serving.contest.text", values), InquiryType.COMPLAINT,
                inquiry.orderNumber(), null, "/my/service", "contest:" + decision)).value();
        decisions.contested(decision, number);
        return number;
    }
}
