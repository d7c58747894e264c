package app.regulars.contracting;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a contract. */
public record ContractId(UUID value) implements Serializable {

    public ContractId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
