package app.regulars.inquiry;

import java.util.Arrays;
import java.util.Locale;

/** By which way somebody reached us. */
public enum InquiryChannel {
    WEB, MAIL, PHONE, CHAT, SMS, LETTER, FAX, PERSONAL, API;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of a code; the website for anything unknown. */
    public static InquiryChannel of(String code) {
        return Arrays.stream(values()).filter(channel -> channel.name().equalsIgnoreCase(code)).findFirst().orElse(WEB);
    }
}
