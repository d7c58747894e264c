package app.regulars.search;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What staff told the search, as this process knows it: read every second, and at once after a change that was made here. */
@Component
class SearchRules {

    private static final Logger log = LoggerFactory.getLogger(SearchRules.class);
    private static final int MOST_WAYS = 8;

    private final JdbcTemplate jdbc;
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("search-rules").factory());
    private volatile Known known = new Known(List.of());

    SearchRules(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        reader.scheduleWithFixedDelay(this::readAgain, 0, 900, TimeUnit.MILLISECONDS);
    }

    /** @param pinned keys of the records on top, in their order @param buried keys of those at the end */
    record Placing(List<String> pinned, Set<String> buried) {

        static final Placing NONE = new Placing(List.of(), Set.of());
    }

    private record Rule(SearchRule.Kind kind, String language, String asked, String answer) {
    }

    /** The form in which two ways to type the same question are one. */
    static String asked(String text) {
        return String.join(" ", Words.of(text));
    }

    /** The same words in other words, the given ones first. */
    List<List<String>> ways(List<String> words, String language) {
        var all = new LinkedHashSet<List<String>>();
        all.add(words);
        var synonyms = known.synonyms;
        if (!synonyms.isEmpty()) {
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                    for (var other : synonyms.getOrDefault(language + " " + String.join(" ", words.subList(from, to)), List.of())) {
                        var way = new ArrayList<>(words.subList(0, from));
                        way.addAll(other);
                        way.addAll(words.subList(to, words.size()));
                        if (all.size() < MOST_WAYS) {
                            all.add(way);
                        }
                    }
                }
            }
        }
        return new ArrayList<>(all);
    }

    /** Where a question leads at once. */
    Optional<String> redirect(String text, String language) {
        return known.redirects.isEmpty() ? Optional.empty() : Optional.ofNullable(known.redirects.get(language + " " + asked(text)));
    }

    Placing placing(List<String> words, String language) {
        return known.placings.isEmpty() ? Placing.NONE : known.placings.getOrDefault(language + " " + String.join(" ", words), Placing.NONE);
    }

    /** Reads them now. */
    void read() {
        var rules = jdbc.query("select kind, language, asked, answer from search_rule order by created_at, id", (row, n) -> new Rule(
                SearchRule.Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)));
        if (!rules.equals(known.rules)) {
            known = new Known(rules);
        }
    }

    private void readAgain() {
        try {
            read();
        } catch (DataAccessException away) {
            log.debug("the rules of the search stay as they are: {}", away.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void ended() {
        reader.shutdownNow();
    }

    private static final class Known {

        private final List<Rule> rules;
        private final Map<String, List<List<String>>> synonyms = new HashMap<>();
        private final Map<String, String> redirects = new HashMap<>();
        private final Map<String, Placing> placings = new HashMap<>();

        Known(List<Rule> rules) {
            this.rules = rules;
            for (var rule : rules) {
                for (var language : StoredDocument.BOTH.equals(rule.language()) ? List.of("en", "fr") : List.of(rule.language())) {
                    take(rule, language);
                }
            }
        }

        private void take(Rule rule, String language) {
            switch (rule.kind()) {
                case SAME -> {
                    var words = SearchRule.terms(rule.asked());
                    words.forEach(one -> words.stream().filter(other -> !other.equals(one)).forEach(other -> also(language, one, other)));
                }
                case ALSO -> SearchRule.terms(rule.asked()).forEach(one -> SearchRule.terms(rule.answer()).forEach(other -> also(language, one, other)));
                case REDIRECT -> redirects.put(language + " " + asked(rule.asked()), rule.answer());
                case PIN -> place(language, rule, placing -> placing.pinned().add(rule.answer()));
                case BURY -> place(language, rule, placing -> placing.buried().add(rule.answer()));
                default -> throw new IllegalStateException();
            }
        }

        private void also(String language, String one, String other) {
            synonyms.computeIfAbsent(language + " " + asked(one), key -> new ArrayList<>()).add(Words.of(other));
        }

        private void place(String language, Rule rule, java.util.function.Consumer<Placing> change) {
            change.accept(placings.computeIfAbsent(language + " " + asked(rule.asked()), key -> new Placing(new ArrayList<>(), new HashSet<>())));
        }
    }
}
