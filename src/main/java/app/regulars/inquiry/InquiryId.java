package app.regulars.inquiry;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import app.regulars.platform.id.Ids;

/** Identifies an inquiry. */
public record InquiryId(UUID value) implements Serializable {

    public InquiryId {
        Objects.requireNonNull(value);
    }

    public static InquiryId next() {
        return new InquiryId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
