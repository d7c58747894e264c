package app.regulars.ordering;

import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.RateLimits.Limit;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to an order's page for a guest who has no link at hand: who says its number and its address gets a code by mail. Every question
 * gets the same ticket, in the same time, whether or not there is such an order; what is looked up and mailed, is so afterwards.
 */
@Service
public class TrackingCodes {

    /** How long a code opens the page. */
    public static final Duration VALID = Duration.ofMinutes(15);
    static final int TRIES = 5;

    private static final int LONGEST_NUMBER = 60;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Limit FROM_HERE = Limit.of("track-asked", 10, Duration.ofMinutes(10)).and(40, Duration.ofHours(6));
    private static final Limit FOR_ADDRESS = Limit.of("track-address", 5, Duration.ofMinutes(30)).and(12, Duration.ofDays(1));
    private static final Limit TYPED = Limit.of("track-typed", 20, Duration.ofMinutes(10)).and(100, Duration.ofHours(6));

    private final JdbcTemplate jdbc;
    private final TrackingCodeMail mail;
    private final Tracking tracking;
    private final RateLimits limits;
    private final Shop shop;
    private final Clock clock;

    TrackingCodes(JdbcTemplate jdbc, TrackingCodeMail mail, Tracking tracking, RateLimits limits, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.tracking = tracking;
        this.limits = limits;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Mails a code if there is such an order; says nothing of whether there is.
     *
     * @return the ticket that the code belongs to
     * @throws Refused beside "number" or "email" for what is neither, and when too much was asked
     */
    public UUID ask(String number, String email, Locale locale) {
        var which = number(number);
        var who = EmailAddress.of(email).value();
        take(FROM_HERE, Origin.here(), "number");
        take(FOR_ADDRESS, who, "email");
        var ticket = UUID.randomUUID();
        var now = clock.instant();
        jdbc.update("delete from tracking_code where expires_at < ?", Columns.utc(now.minus(KEPT)));
        jdbc.update("insert into tracking_code (id, asked_at, expires_at, tries) values (?, ?, ?, 0)", Columns.bytes(ticket), Columns.utc(now), Columns.utc(now.plus(VALID)));
        mail.post(ticket, which, who, locale);
        return ticket;
    }

    /**
     * The token of the order's page; empty for a wrong code, one that was used, one too old, and after too many tries.
     *
     * @throws Refused beside "code" when too many were typed from one place
     */
    @Transactional
    public Optional<String> token(UUID ticket, String typed) {
        take(TYPED, Origin.here(), "code");
        var code = typed == null ? "" : typed.replaceAll("\\D", "");
        var now = Columns.utc(clock.instant());
        // counted before anything is compared: tries at once count one after the other
        var may = jdbc.update("update tracking_code set tries = tries + 1 where id = ? and tries < ? and used_at is null and expires_at > ?", Columns.bytes(ticket), TRIES, now) == 1;
        var found = jdbc.query("select order_id, code_hash from tracking_code where id = ?", (row, n) -> new Kept(row.getBytes(1), row.getString(2)), Columns.bytes(ticket));
        var kept = found.isEmpty() || found.getFirst().hash() == null ? new Kept(null, hash(ticket, "")) : found.getFirst();
        var right = MessageDigest.isEqual(hash(ticket, code).getBytes(StandardCharsets.UTF_8), kept.hash().getBytes(StandardCharsets.UTF_8));
        if (!may || !right || kept.order() == null) {
            return Optional.empty();
        }
        jdbc.update("update tracking_code set used_at = ? where id = ?", now, Columns.bytes(ticket));
        return tracking.opened(new OrderId(Columns.uuid(kept.order())));
    }

    private record Kept(byte[] order, String hash) {
    }

    static String hash(UUID ticket, String code) {
        return Secrets.hash(ticket + ":" + code);
    }

    /** As it is written; of the digits alone the shop's own prefix is thought of. */
    private String number(String typed) {
        var text = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            throw new Refused("ordering.track.number.missing", "number", Map.of());
        }
        return text.matches("\\d+") ? shop.orderPrefix() + "-" + text : text;
    }

    private void take(Limit limit, String subject, String field) {
        var pause = limits.take(limit, subject);
        if (!pause.isZero()) {
            throw new Refused("ordering.track.wait", field, Map.of("minutes", Math.max(1, pause.plusSeconds(59).toMinutes())));
        }
    }
}
