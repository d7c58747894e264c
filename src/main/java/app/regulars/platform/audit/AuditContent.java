package app.regulars.platform.audit;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of an entry: what may be erased one day, kept in the chain by a salted hash. */
record AuditContent(String detail, String label, String before, String after, String reason, String salt) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_VALUE = 1_000;
    private static final int MOST_FIELDS = 40;

    static AuditContent of(Change change, String detail) {
        var before = fields(change.before(), change.after());
        var after = fields(change.after(), change.before());
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new AuditContent(cut(detail, 4_000), cut(change.label(), 120), before, after, cut(change.reason(), 500), HexFormat.of().formatHex(salt));
    }

    /** Of two states only what differs. */
    private static String fields(Map<String, Object> fields, Map<String, Object> other) {
        if (fields == null) {
            return null;
        }
        var kept = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> {
            var plain = plain(value);
            if (kept.size() < MOST_FIELDS && (other == null || !other.containsKey(name) || !Objects.equals(plain, plain(other.get(name))))) {
                kept.put(name, plain);
            }
        });
        return JSON.writeValueAsString(kept);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Boolean yes -> yes;
            case Integer number -> number;
            case Long number -> number;
            default -> cut(value.toString(), LONGEST_VALUE);
        };
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static Map<String, Object> read(String fields) {
        return fields == null ? Map.of() : JSON.readValue(fields, new TypeReference<LinkedHashMap<String, Object>>() { });
    }

    String hash() {
        return hash(detail, label, before, after, reason, salt);
    }

    static String hash(String detail, String label, String before, String after, String reason, String salt) {
        return AuditChain.sha256(salt, detail, label, before, after, reason);
    }

    String searchText(String action) {
        var words = new StringBuilder(action);
        for (var part : new String[] {label, detail, reason, values(before), values(after)}) {
            if (part != null) {
                words.append(' ').append(part);
            }
        }
        return cut(normal(words.toString()), 1_000);
    }

    private static String values(String fields) {
        return fields == null ? null : String.join(" ", read(fields).values().stream().filter(Objects::nonNull).map(Object::toString).toList());
    }

    /** Lower case without accents, as it is searched. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    @Override
    public String toString() {
        return "the words of an entry";
    }
}
