package app.regulars.demo;

import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration before the web server opens, so that nobody sees half a shop. A second start loads nothing; a
 * loading that was interrupted is continued.
 */
@Component
@ConditionalOnBooleanProperty("regulars.demo")
class DemoLoader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);
    private static final String BEGUN = "demo.begun";
    private static final String FINISHED = "demo.finished";
    /** Before the web server, which starts at DEFAULT_PHASE - 2048 (Spring Boot's WebServerStartStopLifecycle). */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private static final ZoneId ZONE = ZoneId.of("America/Halifax");

    private final Shop shop;
    private final Clock clock;
    private final DemoLedger ledger;
    private final DemoStaffSession staffSession;
    private final List<DemoChapter> chapters;
    private final DemoGround ground;
    private final boolean load;
    private volatile boolean running;

    DemoLoader(Shop shop, Clock clock, DemoLedger ledger, DemoStaffSession staffSession, List<DemoChapter> chapters, DemoGround ground,
            @Value("${regulars.demo.load:true}") boolean load) {
        this.shop = shop;
        this.clock = clock;
        this.ledger = ledger;
        this.staffSession = staffSession;
        this.chapters = chapters;
        this.ground = ground;
        this.load = load;
    }

    @Override
    public void start() {
        staffSession.run(() -> {
            if (isWanted()) {
                load();
            }
        });
        running = true;
    }

    boolean isLoaded() {
        return shop.get(FINISHED, null) != null;
    }

    private boolean isWanted() {
        if (!load || isLoaded()) {
            return false;
        }
        if (shop.get(BEGUN, null) == null && !ground.isEmpty()) {
            log.info("this database holds a shop of its own: the demonstration stays out of it");
            return false;
        }
        return true;
    }

    private void load() {
        var began = System.nanoTime();
        var again = shop.get(BEGUN, null);
        if (again == null) {
            shop.set(BEGUN, clock.instant().toString());
        }
        var story = story(Instant.parse(shop.get(BEGUN, null)));
        log.info("{} the demonstration shop, a year of {}; this takes a moment", again == null ? "loading" : "continuing to load",
                story.data().shop().name());
        ledger.read();
        var timeline = new Timeline();
        chapters.forEach(chapter -> chapter.tell(story, timeline));
        timeline.run(ledger, new Progress(timeline.size())::at);
        shop.set(FINISHED, clock.instant().toString());
        log.info("loaded {} events in {} s", timeline.size(), Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
    }

    private DemoChapter.Story story(Instant now) {
        var data = DemoFiles.read();
        return new DemoChapter.Story(data, new OrderHistory(data, now, ZONE).orders(), now);
    }

    /** A line every few seconds, not every step. */
    private static final class Progress {

        private static final long PAUSE = Duration.ofSeconds(5).toNanos();
        private final int all;
        private long last = System.nanoTime();

        Progress(int all) {
            this.all = all;
        }

        void at(int done) {
            if (System.nanoTime() - last > PAUSE) {
                last = System.nanoTime();
                log.info("… {} %", done * 100L / all);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
