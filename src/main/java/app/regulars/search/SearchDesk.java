package app.regulars.search;

import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what is looked for, what staff told the search about it, and the index. */
@Service
@RolesAllowed(Permissions.SEARCH_TUNE)
@Transactional
public class SearchDesk {

    private static final Duration STILL_LOOKING = Duration.ofMinutes(10);
    private static final UUID INDEX = UUID.nameUUIDFromBytes("search-index".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final int MOST_RULES = 2_000;

    private final SearchRuleRepository rules;
    private final SearchRules known;
    private final SiteSearch search;
    private final IndexCare care;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SearchDesk(SearchRuleRepository rules, SearchRules known, SiteSearch search, IndexCare care, AuditTrail audit, JdbcTemplate jdbc,
               ApplicationEventPublisher events, Clock clock) {
        this.rules = rules;
        this.known = known;
        this.search = search;
        this.care = care;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One thing staff told the search.
     *
     * @param kind     "same", "also", "redirect", "pin" or "bury"
     * @param language "en", "fr" or "both"
     * @param asked    words, several separated by commas where they are synonyms
     * @param answer   the other words, an address of this site, or the key of a product; empty for "same"
     */
    public record Rule(UUID id, String kind, String language, String asked, String answer, Instant createdAt) {

        /** Whether it places a record for this question in this language. */
        public boolean places(String ref, String question, String in) {
            return List.of("pin", "bury").contains(kind) && answer.equals(ref) && (language.equals(in) || StoredDocument.BOTH.equals(language))
                    && SearchRules.asked(asked).equals(SearchRules.asked(question));
        }
    }

    /** @param times how often it was asked @param found how much was found the last time @param opened how often something of it was opened */
    public record Asked(String text, long times, long found, long opened) {
    }

    /** What was asked since a moment, the most frequent first. */
    public record Report(long asked, long empty, long opened, List<Asked> top, List<Asked> without, List<Asked> abandoned) {
    }

    /** By age, the newest last. */
    @Transactional(readOnly = true)
    public List<Rule> rules() {
        return jdbc.query("select id, kind, language, asked, answer, created_at from search_rule order by created_at, id limit " + MOST_RULES, (row, n) -> new Rule(
                uuid(row.getBytes(1)), row.getString(2).toLowerCase(Locale.ROOT), row.getString(3), row.getString(4), row.getString(5), instant(row, "created_at")));
    }

    /** Tells the search something; it counts from the next question on. @param kind as in {@link Rule} */
    public UUID add(String kind, String language, String asked, String answer, StaffId by) {
        if (rules.count() >= MOST_RULES) {
            throw new Refused("search.rule.many", "asked", Map.of("most", MOST_RULES));
        }
        var rule = new SearchRule(Ids.next(), kind(kind), language, asked, answer, clock.instant());
        if (rules.existsByKindAndLanguageAndAskedAndAnswer(rule.kind(), rule.language(), rule.asked(), rule.answer())) {
            throw new Refused("search.rule.known", "asked", Map.of());
        }
        rules.save(rule);
        audit.changed(by, "search.rule-added", "search-rule", rule.id(), Change.of(rule.asked()).to(rule.fields()));
        changed();
        return rule.id();
    }

    public void remove(UUID id, StaffId by) {
        var rule = rules.findById(id).orElseThrow(NotFound::new);
        rules.delete(rule);
        audit.changed(by, "search.rule-removed", "search-rule", id, Change.of(rule.asked()).from(rule.fields()));
        changed();
    }

    private static SearchRule.Kind kind(String name) {
        try {
            return SearchRule.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotFound();
        }
    }

    private void changed() {
        AfterCommit.run(() -> {
            known.read();
            events.publishEvent(new SearchTuned());
        });
    }

    /** What customers find for these words at present, with what staff told the search. */
    @Transactional(readOnly = true)
    public List<SiteSearch.Hit> products(String text, Locale locale, int most) {
        return text.isBlank() ? List.of() : search.find(new SiteSearch.Question(text, Set.of("product"), List.of(), Set.of("public"), locale, 0, most)).hits();
    }

    @Transactional(readOnly = true)
    public Report report(Instant since, int most) {
        var sums = jdbc.queryForMap("select count(*) as asked, coalesce(sum(case when results = 0 then 1 else 0 end), 0) as nothing, "
                + "count(opened) as opened from search_log where asked_at >= ?", utc(since));
        return new Report(number(sums.get("asked")), number(sums.get("nothing")), number(sums.get("opened")),
                asked("", "", since, most), asked("and results = 0", "", since, most),
                asked("and results > 0 and asked_at < ?", "having count(opened) = 0", since, most, utc(clock.instant().minus(STILL_LOOKING))));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private List<Asked> asked(String which, String having, Instant since, int most, Object... more) {
        var values = new java.util.ArrayList<Object>(List.of(utc(since)));
        values.addAll(List.of(more));
        values.add(most);
        return jdbc.query("select asked, count(*) as times, max(results) as found, count(opened) as opened from search_log where asked_at >= ? and asked <> '' "
                + which + " group by asked " + having + " order by times desc, asked limit ?",
                (row, n) -> new Asked(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)), values.toArray());
    }

    @Transactional(readOnly = true)
    public IndexState index() {
        return care.state();
    }

    /** Compares the index with its table and brings in line what is different. */
    public IndexState check(StaffId by) {
        var state = care.compare();
        var mended = state.isEqual() ? state : care.mend();
        audit.changed(by, "search.index-checked", "search-index", INDEX, Change.of(null).to(Change.fields("documents", state.inTable(), "missing", state.missing(),
                "old", state.old(), "surplus", state.surplus())));
        return mended;
    }

    /** Writes the whole index anew in the background; the search answers all the while. */
    public boolean rebuild(StaffId by) {
        audit.changed(by, "search.index-rebuilt", "search-index", INDEX, Change.of(null));
        return care.rebuild();
    }
}
