package app.regulars.serving;

import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.InquiryCare;
import app.regulars.search.LabelledTexts;
import app.regulars.search.Sentences;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Past inquiries by the team that had them last, so that a new one can be compared with them; learned anew every ten minutes. */
@Component
class PastLikeness {

    private static final int MOST = 2_000;
    private static final Duration YEAR = Duration.ofDays(365);

    private final InquiryCare care;
    private final Sentences sentences;
    private final Clock clock;
    private final LoadingCache<String, LabelledTexts> learned = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build(all -> learn());

    PastLikeness(InquiryCare care, Sentences sentences, Clock clock) {
        this.care = care;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Null where nothing is like it. */
    LabelledTexts.Guess guess(InquiryFacts inquiry) {
        return learned.get("").guess(text(inquiry));
    }

    String text(InquiryFacts inquiry) {
        return inquiry.subject() + "\n" + care.text(inquiry.id());
    }

    private LabelledTexts learn() {
        return LabelledTexts.learn(care.since(clock.instant().minus(YEAR), MOST).stream().filter(each -> each.team() != null)
                .map(each -> new LabelledTexts.Example(text(each), each.team(), each.number().value())).toList(), sentences::of);
    }
}
