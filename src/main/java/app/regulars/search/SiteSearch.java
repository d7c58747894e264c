package app.regulars.search;

import app.regulars.platform.i18n.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Finds, within what this person may see: permission is a filter in the index. Products and texts are ranked by BM25 over title,
 * keywords and body, stemmed by language; a word that the index does not know is also looked for with typing errors; article
 * numbers and sizes are found as typed; the last word may be unfinished. Whole sentences that are looked for among questions are also
 * compared by what they mean. Answers come from the index alone, not from the database.
 */
@Service
public class SiteSearch {

    private final Engine engine;
    private final SearchLog log;
    private final SearchRules rules;

    SiteSearch(Engine engine, SearchLog log, SearchRules rules) {
        this.engine = engine;
        this.log = log;
        this.rules = rules;
    }

    /**
     * @param text     as typed; may hold typing errors; empty finds everything that the filters let through
     * @param kinds    empty for all
     * @param facets   every one has to hold
     * @param audience "public" and whatever else this person may see ("customer:<id>", "staff")
     * @param strict   every word has to be there, not only most of them, and nothing is found by its meaning
     */
    public record Question(String text, Set<String> kinds, List<String> facets, Set<String> audience, Locale locale, int offset, int limit, boolean strict) {

        public Question(String text, Set<String> kinds, List<String> facets, Set<String> audience, Locale locale, int offset, int limit) {
            this(text, kinds, facets, audience, locale, offset, limit, false);
        }

        Question inTheOtherLanguage() {
            var other = Languages.code(locale).equals("fr") ? Languages.ENGLISH : Languages.FRENCH;
            return new Question(text, kinds, facets, audience, other, offset, limit, strict);
        }

        /** Whether it is put to what people write as questions, which is compared by its meaning too. */
        boolean isOfQuestions() {
            return !strict && !kinds.isEmpty() && MeaningOfDocuments.KINDS.containsAll(kinds) && !text.isBlank();
        }
    }

    /** @param highlighted the title with the found words between the marks \u0001 and \u0002 */
    public record Hit(String kind, String ref, String title, String highlighted, String address, float score) {
    }

    /**
     * @param didYouMean a spelling that finds something where the typed one has unknown words, or null
     * @param facets     counts by facet over all hits
     */
    public record Found(long total, List<Hit> hits, String didYouMean, Map<String, Long> facets) {
    }

    /**
     * Everything that matches, by its own key alone.
     *
     * @param refs       of all hits, the best first; the question's offset and limit do not matter
     * @param didYouMean as in {@link Found}
     * @param facets     counts by facet over all hits
     * @param words      what was looked for
     */
    public record Matches(List<String> refs, String didYouMean, Map<String, Long> facets, List<String> words) {

        /** A title with the found words between the marks \u0001 and \u0002. */
        public String marked(String title) {
            return Highlighting.mark(title, words);
        }
    }

    /**
     * Records that somebody looked for something, for the shop's own learning; never who.
     *
     * @return the key of the entry, by which {@link SearchVisits} may join it to a person who allows that; or null
     */
    public UUID asked(String text, Locale locale, long results) {
        return log.add(text, locale, results);
    }

    /** Records that something of what was found was opened. @param query the key that {@link #asked} gave */
    public void opened(UUID query, String kind, String ref) {
        log.opened(query, kind, ref);
    }

    /** A page of hits, ready to be shown; of the other language where the reader's has none. */
    public Found find(Question question) {
        var found = engine.find(question);
        if (found.total() > 0 || question.text().isBlank()) {
            return found;
        }
        var other = engine.find(question.inTheOtherLanguage());
        return other.total() > 0 ? other : found;
    }

    /** How many there are and how often each facet stands among them; nothing is ranked. */
    public Matches counts(Question question) {
        return engine.counts(question);
    }

    /** All hits, for those who narrow, sort and count by what the index does not know. */
    public Matches matches(Question question) {
        var found = engine.matches(question);
        if (!found.refs().isEmpty() || question.text().isBlank()) {
            return found;
        }
        var other = engine.matches(question.inTheOtherLanguage());
        return other.refs().isEmpty() ? found : other;
    }

    /**
     * What somebody may mean who is still typing: the best of these kinds, whose words stand there and whose last word begins like that.
     * Typing errors count only where nothing else is found.
     */
    public List<Hit> beginnings(Question question) {
        if (Words.of(question.text()).isEmpty()) {
            return List.of();
        }
        var found = engine.beginnings(question);
        return found.isEmpty() ? engine.beginnings(question.inTheOtherLanguage()) : found;
    }

    /** Where staff want this question to lead at once. */
    public Optional<String> redirect(String text, Locale locale) {
        return rules.redirect(text, Languages.code(locale));
    }
}
