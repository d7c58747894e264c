package app.regulars.inquiry;

import java.io.Serializable;
import java.util.Locale;

/** The number people use, such as "INQ-2041": stands in addresses and mails, upper case. */
public record InquiryNumber(String value) implements Serializable {

    public InquiryNumber {
        value = value.trim().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
