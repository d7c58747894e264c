package app.regulars.catalog;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a product. */
public record ProductId(UUID value) implements Serializable {

    public ProductId {
        Objects.requireNonNull(value);
    }

    public static ProductId next() {
        return new ProductId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
