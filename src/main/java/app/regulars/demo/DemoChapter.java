package app.regulars.demo;

import java.time.Instant;
import java.util.List;

/** A part of the demonstration: says what happened when. */
interface DemoChapter {

    /**
     * What the chapters share.
     *
     * @param orders everything that was ordered, oldest first
     * @param now    the moment of the first start
     */
    record Story(DemoData data, List<PlannedOrder> orders, Instant now) {

        Instant daysAgo(double days) {
            return now.minusSeconds(Math.round(days * 86_400));
        }
    }

    void tell(Story story, Timeline timeline);
}
