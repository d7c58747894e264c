package app.regulars.inquiry.ui.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import app.regulars.inquiry.InquiryRow;
import app.regulars.platform.i18n.Texts;
import org.springframework.stereotype.Component;

/** Says in words and as a ring how much time is left for our answer. */
@Component
class TargetClock {

    private static final Duration NEAR = Duration.ofHours(2);

    private final Clock clock;
    private final Texts texts;

    TargetClock(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    Target of(InquiryRow row, Locale locale) {
        if (row.dueAt() == null) {
            return new Target(texts.get(locale, row.status().isOpen() ? "inquiry.target.paused" : "inquiry.target.done"), "off", 0);
        }
        var now = clock.instant();
        var left = Duration.between(now, row.dueAt());
        var whole = Math.max(1, Duration.between(row.openedAt(), row.dueAt()).toMinutes());
        var used = (int) Math.clamp(100 - left.toMinutes() * 100 / whole, 0, 100);
        if (left.isNegative()) {
            return new Target(texts.get(locale, "inquiry.target.late", "time", span(left.negated(), locale)), "bad", 100);
        }
        return new Target(texts.get(locale, "inquiry.target.left", "time", span(left, locale)), left.compareTo(NEAR) < 0 ? "warn" : "", used);
    }

    private String span(Duration time, Locale locale) {
        if (time.toHours() >= 48) {
            return texts.get(locale, "inquiry.target.days", "count", time.toDays());
        }
        return time.toHours() >= 1 ? texts.get(locale, "inquiry.target.hours", "count", time.toHours())
                : texts.get(locale, "inquiry.target.minutes", "count", time.toMinutes());
    }
}
