package app.regulars.quoting;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a quote stands. What may follow what stands here and nowhere else. */
public enum QuoteStatus {
    /** Only staff see it. */
    DRAFT,
    /** The customer has it and can agree. */
    SENT,
    /** It became an order. */
    ACCEPTED,
    DECLINED,
    /** The shop took it back. */
    WITHDRAWN,
    /** Its last day has passed. Never stored: it follows from the day. */
    EXPIRED;

    /** What can be next. */
    public Set<QuoteStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SENT, WITHDRAWN);
            case SENT -> EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN, EXPIRED);
            case EXPIRED -> EnumSet.of(SENT, WITHDRAWN);
            case ACCEPTED, DECLINED, WITHDRAWN -> EnumSet.noneOf(QuoteStatus.class);
        };
    }

    /** As it stands in addresses and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
