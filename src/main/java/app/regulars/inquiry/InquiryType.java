package app.regulars.inquiry;

import java.util.Arrays;
import java.util.Locale;

/** What an inquiry is about. */
public enum InquiryType {
    QUESTION, COMPLAINT, DELIVERY, RETURN, INVOICE, PRODUCT, IDEA, ACCESS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a code; a question for anything unknown. */
    public static InquiryType of(String code) {
        return Arrays.stream(values()).filter(type -> type.name().equalsIgnoreCase(code)).findFirst().orElse(QUESTION);
    }
}
