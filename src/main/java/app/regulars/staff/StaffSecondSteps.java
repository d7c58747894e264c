package app.regulars.staff;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.SecondFactor;
import app.regulars.platform.security.SecretKeys;
import app.regulars.platform.shop.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step of signing in, for those who work here: a code from an authenticator application, or one of ten recovery codes.
 * Asked for after every first proof but a passkey, which counts for two. Every code works once.
 */
@Service
public class StaffSecondSteps implements SecondFactor {

    /** The address of the page (account module) that asks for it. */
    public static final String PAGE = "/second-step";
    private static final String SETTING = "staff.second-step";
    private static final String OPTIONAL = "optional";
    private static final RateLimits.Limit GUESSING = RateLimits.Limit.guessing("second-step");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String USE = "second-step";
    /** Without letters that are taken for digits: 49 bits a code. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODES = 10;
    private static final int CODE_LETTERS = 10;
    private static final Duration SETUP = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final SecretKeys keys;
    private final RateLimits limits;
    private final Shop shop;
    private final AuditTrail audit;
    private final Clock clock;

    StaffSecondSteps(JdbcTemplate jdbc, SecretKeys keys, RateLimits limits, Shop shop, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.limits = limits;
        this.shop = shop;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a device needs to know. @param secret in groups of four, to be typed @param picture the same as a QR code, SVG */
    public record Setup(String secret, String picture) {

        @Override
        public String toString() {
            return "a setup";
        }
    }

    private record Stored(byte[] secret, Instant begun, boolean confirmed) {
    }

    @Override
    public boolean isNeeded(SignedIn who, Proof first) {
        return who.staff() != null && first != Proof.PASSKEY && (isRequired() || isSetUp(who.staff()));
    }

    @Override
    public String page() {
        return PAGE;
    }

    /** Whether everybody who works here has to have one; so by default. */
    public boolean isRequired() {
        return !OPTIONAL.equals(shop.get(SETTING, ""));
    }

    /** For the staff's door, and for the demonstration, whose sign-ins are printed. */
    public void require(boolean yes) {
        shop.set(SETTING, yes ? "required" : OPTIONAL);
    }

    public boolean isSetUp(StaffId member) {
        var found = stored(member);
        return found != null && found.confirmed();
    }

    /** Begins to set one up, or goes on with what was begun within the hour. @throws Refused when there is one */
    @Transactional
    public Setup begin(StaffId member, String email) {
        var known = stored(member);
        if (known != null && known.confirmed()) {
            throw new Refused("staff.second.set-up");
        }
        var now = clock.instant();
        byte[] secret;
        if (known != null && known.begun().plus(SETUP).isAfter(now)) {
            secret = known.secret();
        } else {
            secret = TimeCodes.newSecret();
            jdbc.update("delete from staff_second_step where staff_id = ? and confirmed_at is null", bytes(member.value()));
            jdbc.update("insert into staff_second_step (staff_id, sealed_secret, last_step, begun_at) values (?, ?, 0, ?)",
                    bytes(member.value()), keys.seal(USE, TimeCodes.base32(secret)), utc(now));
        }
        var text = TimeCodes.base32(secret);
        var issuer = URLEncoder.encode(shop.name(), StandardCharsets.UTF_8).replace("+", "%20");
        var account = URLEncoder.encode(email, StandardCharsets.UTF_8);
        return new Setup(text.replaceAll("(.{4})(?!$)", "$1 "), QrCode.svg("otpauth://totp/" + issuer + ":" + account + "?secret=" + text + "&issuer=" + issuer));
    }

    /** The device's first code. @return the recovery codes, shown this once @throws Refused beside "code" */
    @Transactional
    public List<String> confirm(StaffId member, String typed) {
        var known = stored(member);
        if (known == null || known.confirmed()) {
            throw new Refused("staff.second.set-up");
        }
        guess(member);
        checkTime(member, known, digits(typed));
        jdbc.update("update staff_second_step set confirmed_at = ? where staff_id = ?", utc(clock.instant()), bytes(member.value()));
        limits.forget(GUESSING, member.toString());
        audit.record(member, "staff.second-step.set-up", "staff", member.value(), null);
        return newCodes(member);
    }

    /**
     * Takes a code of the device or a recovery code.
     *
     * @throws Refused beside "code" for a wrong or used one, and for too many tries
     */
    @Transactional
    public void verify(StaffId member, String typed) {
        guess(member);
        var known = stored(member);
        if (known == null || !known.confirmed()) {
            throw new Refused("staff.second.wrong", "code", Map.of());
        }
        var text = typed == null ? "" : typed.strip();
        if (text.replaceAll("[\\s-]", "").matches("[0-9]{6}")) {
            checkTime(member, known, digits(text));
        } else if (jdbc.update("update staff_recovery_code set used_at = ? where code_hash = ? and staff_id = ? and used_at is null", utc(clock.instant()),
                hash(member, text), bytes(member.value())) == 1) {
            audit.record(member, "staff.second-step.recovered", "staff", member.value(), null);
        } else {
            throw new Refused("staff.second.wrong", "code", Map.of());
        }
        limits.forget(GUESSING, member.toString());
    }

    /** Ten new ones; those from before end. */
    @Transactional
    public List<String> renewCodes(StaffId member) {
        audit.record(member, "staff.second-step.new-codes", "staff", member.value(), null);
        return newCodes(member);
    }

    /** How many recovery codes are left. */
    public int codesLeft(StaffId member) {
        return jdbc.queryForObject("select count(*) from staff_recovery_code where staff_id = ? and used_at is null", Integer.class, bytes(member.value()));
    }

    /** The member takes her own away, for another device or for none. */
    @Transactional
    public void giveUp(StaffId member) {
        if (remove(member)) {
            audit.record(member, "staff.second-step.removed", "staff", member.value(), null);
        }
    }

    /** Those of them who have one; one statement. */
    public Set<StaffId> whoHaveOne() {
        return new HashSet<>(jdbc.query("select staff_id from staff_second_step where confirmed_at is not null", (row, n) -> new StaffId(uuid(row.getBytes(1)))));
    }

    /** Takes it away; the next sign-in sets up a new one where one is required. @return whether there was one */
    @Transactional
    boolean remove(StaffId member) {
        jdbc.update("delete from staff_recovery_code where staff_id = ?", bytes(member.value()));
        return jdbc.update("delete from staff_second_step where staff_id = ?", bytes(member.value())) == 1;
    }

    private List<String> newCodes(StaffId member) {
        jdbc.update("delete from staff_recovery_code where staff_id = ?", bytes(member.value()));
        var codes = new ArrayList<String>();
        while (codes.size() < CODES) {
            var code = new StringBuilder();
            for (var letter = 0; letter < CODE_LETTERS; letter++) {
                code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
            codes.add(code.insert(CODE_LETTERS / 2, '-').toString());
        }
        codes.forEach(code -> jdbc.update("insert into staff_recovery_code (code_hash, staff_id, made_at) values (?, ?, ?)", hash(member, code),
                bytes(member.value()), utc(clock.instant())));
        return codes;
    }

    /** Counted before it is looked at, in a transaction of its own: many at once find no gap. */
    private void guess(StaffId member) {
        var wait = limits.take(GUESSING, member.toString());
        if (wait.isPositive()) {
            throw new Refused("staff.second.wait", "code", Map.of("minutes", Math.max(1, wait.toMinutes() + 1)));
        }
    }

    /** One code of several in the same moment wins: the step of time is written only once. */
    private void checkTime(StaffId member, Stored known, String typed) {
        var step = TimeCodes.match(known.secret(), typed, clock.instant());
        if (step.isEmpty() || jdbc.update("update staff_second_step set last_step = ? where staff_id = ? and last_step < ?", step.getAsLong(),
                bytes(member.value()), step.getAsLong()) == 0) {
            throw new Refused("staff.second.wrong", "code", Map.of());
        }
    }

    private Stored stored(StaffId member) {
        return jdbc.query("select sealed_secret, begun_at, confirmed_at from staff_second_step where staff_id = ?", (row, n) -> new Stored(
                TimeCodes.bytes(keys.open(USE, row.getString("sealed_secret"))), instant(row, "begun_at"), row.getTimestamp("confirmed_at") != null),
                bytes(member.value())).stream().findFirst().orElse(null);
    }

    private String hash(StaffId member, String code) {
        return keys.sign("recovery-code", member + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static String digits(String typed) {
        return typed == null ? "" : typed.replaceAll("\\D", "");
    }
}
