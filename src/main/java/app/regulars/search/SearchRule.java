package app.regulars.search;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.Change;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** One thing that staff told the search. */
@Entity
@Table(name = "search_rule")
class SearchRule {

    static final int LONGEST_ASKED = 200;
    static final int LONGEST_ANSWER = 300;
    private static final Pattern ADDRESS = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*");

    /** What a rule does with a question. */
    enum Kind {
        /** Its words mean the same; the answer is empty. */
        SAME,
        /** Whoever asks for it also gets what is found for the answer. */
        ALSO,
        /** It leads to an address of this site. */
        REDIRECT,
        /** The record whose key is the answer stands on top. */
        PIN,
        /** The record whose key is the answer stands at the end. */
        BURY
    }

    @Id
    private UUID id;
    @Version
    private Integer version;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String language;
    private String asked;
    private String answer;
    private Instant createdAt;

    protected SearchRule() {
    }

    /** @param language "en", "fr" or "both" */
    SearchRule(UUID id, Kind kind, String language, String asked, String answer, Instant now) {
        this.id = id;
        this.kind = kind;
        this.language = checked(language);
        this.asked = text(asked, LONGEST_ASKED, "asked");
        this.answer = kind == Kind.SAME ? "" : text(answer, LONGEST_ANSWER, "answer");
        this.createdAt = now;
        check();
    }

    private void check() {
        if (kind == Kind.SAME && terms(asked).size() < 2) {
            throw new Refused("search.rule.two", "asked", Map.of());
        }
        if (SearchRules.asked(asked).isEmpty()) {
            throw new Refused("search.rule.words", "asked", Map.of());
        }
        if (kind == Kind.REDIRECT && !ADDRESS.matcher(answer).matches()) {
            throw new Refused("search.rule.address", "answer", Map.of());
        }
    }

    private static String checked(String language) {
        if (!List.of("en", "fr", StoredDocument.BOTH).contains(language)) {
            throw new Refused("search.rule.language", "language", Map.of());
        }
        return language;
    }

    private static String text(String typed, int longest, String field) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new Refused("search.rule.empty", field, Map.of());
        }
        if (text.length() > longest) {
            throw new Refused("search.rule.long", field, Map.of("most", longest));
        }
        return text;
    }

    /** What stands between commas. */
    static List<String> terms(String text) {
        return Arrays.stream(text.split("[,;\n]")).map(String::strip).filter(term -> !Words.of(term).isEmpty()).distinct().toList();
    }

    UUID id() {
        return id;
    }

    /** For the history. */
    Map<String, Object> fields() {
        return Change.fields("kind", kind.name().toLowerCase(Locale.ROOT), "language", language, "asked", asked, "answer", answer.isEmpty() ? null : answer);
    }

    Kind kind() {
        return kind;
    }

    String language() {
        return language;
    }

    String asked() {
        return asked;
    }

    String answer() {
        return answer;
    }
}
