package app.regulars.platform;

import java.util.List;
import java.util.Map;

/**
 * A broken rule, said to the person who broke it. The key names a text (see {@link app.regulars.platform.i18n.Texts}); the
 * arguments are its named values and must hold no secrets.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Map<String, Object> arguments;
    private final String field;

    public Refused(String key) {
        this(key, null, Map.of());
    }

    public Refused(String key, Map<String, Object> arguments) {
        this(key, null, arguments);
    }

    /** @param field the form field the sentence belongs beside, or null for the whole form */
    public Refused(String key, String field, Map<String, Object> arguments) {
        super(key);
        this.key = key;
        this.field = field;
        this.arguments = Map.copyOf(arguments);
    }

    /** Runs a check and keeps what it refuses: so that a form can name everything that is wrong at once. */
    public static void collect(List<Refused> problems, Runnable check) {
        try {
            check.run();
        } catch (Refused refused) {
            problems.add(refused);
        }
    }

    public String key() {
        return key;
    }

    public String field() {
        return field;
    }

    public Map<String, Object> arguments() {
        return arguments == null ? Map.of() : arguments;
    }
}
