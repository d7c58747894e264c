package app.regulars.account;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.web.BrowserFamily;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions of people who are signed in on this node, and their rows in the database. A row that is ended, here or on another
 * node, ends the session within seconds: its live pages are sent to the sign-in and lose their connection, whatever they showed.
 */
@Component
class LiveSessions {

    /** How long a row counts that nothing was heard of: no session lives longer without a request. */
    static final Duration SILENT = Duration.ofHours(3);
    private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);
    private static final String NOTE = LiveSessions.class.getName();
    private static final String ENDING = NOTE + ".ending";
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration ON_THE_WIRE = Duration.ofMillis(700);
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOK_EVERY_SECONDS = 3;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<UUID, HttpSession> here = new ConcurrentHashMap<>();
    private volatile Instant looked;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("ended-sessions").factory());

    LiveSessions(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.looked = clock.instant();
        looking.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looking.shutdownNow();
    }

    /** Stands in the session, so that its end is noticed. */
    private static final class Note implements HttpSessionBindingListener, java.io.Serializable {

        private static final long serialVersionUID = 1L;

        private final UUID id;
        private final UUID account;
        private final transient LiveSessions all;
        private volatile Instant noted;
        private volatile String series;

        Note(UUID id, UUID account, LiveSessions all, Instant at, String series) {
            this.id = id;
            this.account = account;
            this.all = all;
            this.noted = at;
            this.series = series;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            if (all != null) {
                all.gone(id);
            }
        }
    }

    /** Notes a request of somebody who is signed in. @param series of the cookie that keeps the browser signed in, or null */
    void seen(HttpServletRequest request, UUID account, String series) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        var now = clock.instant();
        if (!(session.getAttribute(NOTE) instanceof Note note) || !note.account.equals(account)) {
            begin(session, account, series, BrowserFamily.of(request.getHeader("User-Agent")), now);
        } else if (note.noted.plus(NOTED_EVERY).isBefore(now) || series != null && !series.equals(note.series)) {
            note.noted = now;
            note.series = series;
            jdbc.update("update sign_in_session set last_used_at = ?, series = ? where id = ?", utc(now), series, bytes(note.id));
        }
    }

    private void begin(HttpSession session, UUID account, String series, String browser, Instant now) {
        var id = Ids.next();
        jdbc.update("insert into sign_in_session (id, account_id, browser, series, began_at, last_used_at) values (?, ?, ?, ?, ?, ?)",
                bytes(id), bytes(account), browser, series, utc(now), utc(now));
        here.put(id, session);
        session.setAttribute(NOTE, new Note(id, account, this, now, series));
    }

    /** The row of the session of the live page at hand, or null. */
    static UUID current() {
        var session = VaadinSession.getCurrent();
        return session != null && session.getSession() != null && session.getSession().getAttribute(NOTE) instanceof Note note ? note.id : null;
    }

    private void gone(UUID id) {
        here.remove(id);
        try {
            jdbc.update("update sign_in_session set ended_at = ? where id = ? and ended_at is null", utc(clock.instant()), bytes(id));
        } catch (RuntimeException atTheEndOfTheApplication) {
            log.debug("the end of a session was not written", atTheEndOfTheApplication);
        }
    }

    /** Ends those sessions whose rows the caller has ended, once that is committed; other nodes follow within seconds. */
    void close(Collection<UUID> ids, String page) {
        AfterCommit.run(() -> ids.forEach(id -> close(id, page)));
    }

    /** From where the last look that worked ended, and a little before: a node that stood still or had no database finds all that it missed. */
    private void look() {
        try {
            var now = clock.instant();
            if (!here.isEmpty()) {
                jdbc.query("select id from sign_in_session where ended_at > ?", (row, n) -> Columns.uuid(row.getBytes(1)), utc(looked.minus(LATE)))
                        .forEach(id -> close(id, "/login?ended"));
            }
            looked = now;
        } catch (RuntimeException e) {
            log.warn("could not look for ended sessions: {}", e.toString());
        }
    }

    /** Whether the session ends in this moment: it lives on only until its open pages are told, and nobody begins anything in it. */
    static boolean isEnding(HttpSession session) {
        return session.getAttribute(ENDING) != null;
    }

    private void close(UUID id, String page) {
        var session = here.remove(id);
        if (session != null) {
            Thread.ofVirtual().name("ending-session").start(() -> close(session, page));
        }
    }

    /**
     * Nobody is signed in from the first moment on; then the pages are told, which takes a moment on the wire (the end of the session cuts
     * the line), then everything ends. A page that is busy, or is just connecting its line, is not waited for longer than ten seconds.
     */
    private static void close(HttpSession session, String page) {
        try {
            session.setAttribute(ENDING, true);
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            var looks = CONNECTING.dividedBy(LOOK_AGAIN);
            for (var live : VaadinSession.getAllSessions(session)) {
                live.access(() -> live.getUIs().forEach(ui -> {
                    ui.getPage().setLocation(page);
                    ui.push();
                })).get(CONNECTING.toSeconds(), TimeUnit.SECONDS);
                for (; looks > 0 && isConnecting(live); looks--) {
                    Thread.sleep(LOOK_AGAIN);
                }
            }
            Thread.sleep(ON_THE_WIRE);
        } catch (ExecutionException | TimeoutException | RuntimeException unreachable) {
            log.debug("a live page could not be told", unreachable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            session.invalidate();
        } catch (IllegalStateException endedByItself) {
            log.debug("the session was over");
        }
    }

    /** Whether a page has no line yet on which it could be told; one that was left is gone after the time that a line may take. */
    private static boolean isConnecting(VaadinSession live) {
        live.lock();
        try {
            return live.getUIs().stream().map(ui -> ui.getInternals().getPushConnection()).anyMatch(line -> line != null && !line.isConnected());
        } finally {
            live.unlock();
        }
    }
}
