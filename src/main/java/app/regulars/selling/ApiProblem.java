package app.regulars.selling;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A refusal as RFC 9457 writes it. */
public class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String kind;
    private final transient List<Wrong> wrong;
    private final transient Map<String, Object> more;

    /** @param field as it is called in what was sent, "lines[0].sku" @param key of a text */
    public record Wrong(String field, String key, Map<String, Object> values) {
    }

    /** @param kind the last word of its address, /api/v1/problems#{kind}; its text is selling.api.{kind} */
    public ApiProblem(HttpStatus status, String kind, List<Wrong> wrong, Map<String, Object> more) {
        super(kind);
        this.status = status;
        this.kind = kind;
        this.wrong = List.copyOf(wrong);
        this.more = Map.copyOf(more);
    }

    public ApiProblem(HttpStatus status, String kind) {
        this(status, kind, List.of(), Map.of());
    }

    /** Something that was sent is missing or wrong: 422. */
    public static ApiProblem wrong(String field, String key, Map<String, Object> values) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", List.of(new Wrong(field, key, values)), Map.of());
    }

    HttpStatus status() {
        return status;
    }

    String kind() {
        return kind;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    Map<String, Object> more() {
        return more;
    }
}
