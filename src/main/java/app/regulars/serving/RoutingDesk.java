package app.regulars.serving;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the rules of routing: edit, order, switch, and try them on the past before they hold. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class RoutingDesk {

    private static final int MOST = 200;

    private final Settings settings;
    private final Books books;
    private final Router router;
    private final Decisions decisions;
    private final RouteWords words;
    private final AuditTrail audit;

    RoutingDesk(Settings settings, Books books, Router router, Decisions decisions, RouteWords words, AuditTrail audit) {
        this.settings = settings;
        this.books = books;
        this.router = router;
        this.decisions = decisions;
        this.words = words;
        this.audit = audit;
    }

    /** One inquiry of the past. @param team which has it @param wanted what the rules say, in words @param other whether that is something else */
    public record Tried(String number, String subject, String type, String priority, String team, String wanted, boolean other) {
    }

    /** @param same whether deciding again by the version of then gives the same */
    public record Replayed(Decision decision, boolean same) {
    }

    public ServingDesk.Read<RoutingBook> rules() {
        return ServingDesk.Read.of(settings.routing());
    }

    /** @throws Refused naming the field that cannot be */
    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional
    public void save(int read, RoutingBook book, StaffId by) {
        check(book);
        var version = books.save(Settings.ROUTING, read, book, by);
        audit.changed(by, "serving.routing", "serving-book", UUID.nameUUIDFromBytes(Settings.ROUTING.getBytes(StandardCharsets.UTF_8)),
                Change.of(Settings.ROUTING).of("version", read, version));
    }

    private void check(RoutingBook book) {
        refuse(book.rules().size() > MOST, "serving.refused.many", "rules");
        var teams = settings.teams().content();
        for (var rule : book.rules()) {
            refuse(rule.name() == null || rule.name().isBlank() || rule.name().length() > 80, "serving.refused.name", "name");
            refuse(rule.team() == null && rule.person() == null && rule.priority() == null, "serving.refused.nothing", "team");
            refuse(rule.team() != null && teams.team(rule.team()).isEmpty(), "serving.refused.code", "team");
            refuse(rule.words().stream().anyMatch(word -> word.length() > 100) || rule.words().size() > 100, "serving.refused.words", "words");
            refuse(rule.alike() != null && (rule.alikeAt() < 1 || rule.alikeAt() > 100), "serving.refused.number", "alikeAt");
        }
    }

    /** Tries rules, saved or not, on the inquiries of the last days, at most 1000; those that would have gone elsewhere come first. */
    @Transactional(readOnly = true)
    public List<Tried> test(RoutingBook draft, int days, Locale locale) {
        check(draft);
        return router.test(draft, days).stream().map(line -> new Tried(line.inquiry().number().value(), line.inquiry().subject(), line.inquiry().type().code(),
                line.inquiry().priority().code(), line.inquiry().team(), words.of(new Decision.Result(line.route(), null), locale), line.other())).sorted((one, two) -> Boolean.compare(two.other(), one.other())).toList();
    }

    /** The latest decisions, each decided again by the version of then. @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<Replayed> decisions(int limit) {
        return decisions.latest(Math.min(MOST, limit)).stream().map(each -> new Replayed(each, decisions.again(each).equals(each.result()))).toList();
    }

    private static void refuse(boolean wrong, String key, String field) {
        if (wrong) {
            throw new Refused(key, field, Map.of());
        }
    }
}
