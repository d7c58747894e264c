package app.regulars.demo;

import app.regulars.platform.time.BusinessClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** All that happens in the demonstration, from whichever file, in the order in which it happened. */
final class Timeline {

    /** @param work answers what is worth remembering of the step: an id or a number */
    private record Step(Instant at, String name, Supplier<String> work) {
    }

    private final List<Step> steps = new ArrayList<>();

    /** @param name makes it one step, however often the loading is begun */
    void add(Instant at, String name, Supplier<String> work) {
        steps.add(new Step(at, name, work));
    }

    /** A step of which nothing has to be remembered. */
    void add(Instant at, String name, Runnable work) {
        add(at, name, () -> {
            work.run();
            return "";
        });
    }

    int size() {
        return steps.size();
    }

    /** Steps at the same moment keep the order in which they were added. */
    void run(DemoLedger ledger, IntConsumer done) {
        steps.sort(Comparator.comparing(Step::at));
        var count = 0;
        for (var step : steps) {
            BusinessClock.at(step.at(), () -> ledger.once(step.name(), step.work()));
            done.accept(++count);
        }
    }
}
