package app.regulars.faq;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What answered a question before a person had to: told by live pages with the visit, which is a number made up for the session and says
 * nothing about the person. A search ended where the last thing that was opened of what it found was followed by no other search and no
 * question for half an hour; an inquiry was saved where somebody who had begun to write one said that this solved it.
 */
@Service
@Transactional
public class SolvedQuestions {

    private static final String SEARCH = "search";
    private static final String ASKING = "asking";
    private static final Duration WENT_ON = Duration.ofMinutes(30);
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_REF = 120;
    private static final int SHOWN = 200;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SolvedQuestions(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something of what a search found was opened; it counts until the visit goes on searching. */
    public void opened(UUID visit, String words, Locale locale, String kind, String ref) {
        wentOn(visit);
        add(SEARCH, visit, words, locale, kind, ref);
    }

    /** The visit searches or asks again: what it opened before did not end its search. */
    public void wentOn(UUID visit) {
        jdbc.update("delete from faq_solved where visit = ? and way = ? and solved_at >= ?", bytes(visit), SEARCH, utc(clock.instant().minus(WENT_ON)));
    }

    /** Whoever had begun to ask needs no person any more. @return false where the visit has said so before */
    public boolean solved(UUID visit, String words, Locale locale, String kind, String ref) {
        return add(ASKING, visit, words, locale, kind, ref);
    }

    private boolean add(String way, UUID visit, String words, Locale locale, String kind, String ref) {
        if (ref == null || ref.isBlank() || ref.length() > LONGEST_REF || kind.length() > 20) {
            return false;
        }
        var text = words == null ? "" : words.replaceAll("\\s+", " ").strip();
        return jdbc.update("insert ignore into faq_solved (id, way, kind, ref, visit, language, words, solved_at) values (?, ?, ?, ?, ?, ?, ?, ?)", bytes(Ids.next()), way, kind, ref,
                bytes(visit), Languages.code(locale), text.substring(0, Math.min(LONGEST_WORDS, text.length())), utc(clock.instant())) > 0;
    }

    /** @param searches that ended there @param inquiries that were not sent */
    public record Counts(long searches, long inquiries) {

        static final Counts NONE = new Counts(0, 0);
    }

    @Transactional(readOnly = true)
    public Counts of(String kind, String ref) {
        return counts(kind, Instant.EPOCH).getOrDefault(ref, Counts.NONE);
    }

    /** By what was read, of one kind. */
    @Transactional(readOnly = true)
    public Map<String, Counts> counts(String kind, Instant since) {
        var counts = new HashMap<String, Counts>();
        jdbc.query("""
                select ref, sum(case when way = 'search' then 1 else 0 end) as searches, sum(case when way = 'asking' then 1 else 0 end) as inquiries
                from faq_solved where kind = ? and solved_at >= ? group by ref""", row -> {
                    counts.put(row.getString("ref"), new Counts(row.getLong("searches"), row.getLong("inquiries")));
                }, kind, utc(since));
        return counts;
    }

    /** What was read instead of asking, with what was typed. */
    public record Solved(String way, String kind, String ref, String language, String words, Instant at) {
    }

    /** The newest first, at most 200. @param kind null for all @param ref null for all */
    @Transactional(readOnly = true)
    public List<Solved> list(String way, String kind, String ref, Instant since) {
        return jdbc.query("""
                select way, kind, ref, language, words, solved_at from faq_solved
                where solved_at >= ? and (? is null or way = ?) and (? is null or kind = ?) and (? is null or ref = ?) order by solved_at desc limit\s""" + SHOWN,
                (row, n) -> new Solved(row.getString("way"), row.getString("kind"), row.getString("ref"), row.getString("language"), row.getString("words"),
                        app.regulars.platform.persistence.Columns.instant(row, "solved_at")), utc(since), way, way, kind, kind, ref, ref);
    }

    @Transactional(readOnly = true)
    public long count(String way, Instant since) {
        var counted = jdbc.queryForObject("select count(*) from faq_solved where way = ? and solved_at >= ?", Long.class, way, utc(since));
        return counted == null ? 0 : counted;
    }
}
