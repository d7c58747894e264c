package app.regulars.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** No gap and no repeat, with sixteen who write at once and some of whom give up. */
@RegularsTest
class LegalNumberTests {

    private static final int WRITERS = 16;
    private static final int EACH = 40;

    @Autowired
    LegalNumbers numbers;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void sixteenWritersLeaveNoGapAndNoRepeat() throws Exception {
        var series = "T-" + System.nanoTime() % 1_000_000;
        var given = Collections.synchronizedList(new ArrayList<Long>());
        var writers = new ArrayList<Callable<Void>>();
        for (var n = 0; n < WRITERS; n++) {
            var random = new Random(n);
            writers.add(() -> {
                for (var i = 0; i < EACH; i++) {
                    var givesUp = random.nextInt(3) == 0;
                    var number = transaction.execute(status -> {
                        var next = numbers.next(series);
                        if (givesUp) {
                            status.setRollbackOnly();
                        }
                        return next;
                    });
                    if (!givesUp) {
                        given.add(number);
                    }
                }
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        }
        assertThat(given).hasSizeGreaterThan(WRITERS * EACH / 2);
        assertThat(List.copyOf(given).stream().sorted().toList()).isEqualTo(LongStream.rangeClosed(1, given.size()).boxed().toList());
    }
}
