package app.regulars.invoicing;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.UUID;

/** Names one invoice or credit note. */
public record InvoiceId(UUID value) implements Serializable {

    static InvoiceId next() {
        return new InvoiceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
