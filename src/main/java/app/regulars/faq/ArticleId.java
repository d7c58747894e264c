package app.regulars.faq;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a help article. */
public record ArticleId(UUID value) implements Serializable {

    public ArticleId {
        Objects.requireNonNull(value);
    }

    public static ArticleId next() {
        return new ArticleId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
