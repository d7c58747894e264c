package app.regulars.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** What may follow what. */
class QuoteTests {

    @Test
    void everyStateIsReachedAndThoseThatEndEnd() {
        var reached = EnumSet.of(QuoteStatus.DRAFT);
        var open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            open.removeFirst().next().stream().filter(reached::add).forEach(open::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(QuoteStatus.values());
        assertThat(EnumSet.allOf(QuoteStatus.class).stream().filter(status -> status.next().isEmpty())).containsExactlyInAnyOrder(QuoteStatus.ACCEPTED, QuoteStatus.DECLINED,
                QuoteStatus.WITHDRAWN);
    }

    @Test
    void onlyWhatTheCustomerHasAndStillHoldsBecomesAnOrder() {
        assertThat(EnumSet.allOf(QuoteStatus.class).stream().filter(status -> status.next().contains(QuoteStatus.ACCEPTED))).containsExactly(QuoteStatus.SENT);
        assertThat(QuoteStatus.EXPIRED.next()).containsExactlyInAnyOrder(QuoteStatus.SENT, QuoteStatus.WITHDRAWN);
    }
}
