package app.regulars.catalog;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a variant: what is priced, stocked and ordered. */
public record VariantId(UUID value) implements Serializable {

    public VariantId {
        Objects.requireNonNull(value);
    }

    public static VariantId next() {
        return new VariantId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
