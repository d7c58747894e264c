package app.regulars.inquiry;

import app.regulars.platform.identity.CustomerId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A question as it was typed.
 *
 * @param subject       blank takes the first words of the text
 * @param type          null for a plain question
 * @param orderNumber   the order it is about, or null
 * @param productHandle the product it is about, or null
 * @param askedFrom     the page it was asked from, without the secret of a mailed link, or null
 * @param requestKey    the same for the same press of the button, so that it opens one inquiry
 * @param channel       by which way it came
 * @param language      "en" or "fr", or null where it is not known
 * @param answers       what was answered to the questions of its type, by the id of the question
 * @param files         what came along
 * @param askedBy       which person of a company asks, or null
 */
public record NewInquiry(String subject, String text, InquiryType type, String orderNumber, String productHandle, String askedFrom, String requestKey,
                         InquiryChannel channel, String language, Map<String, String> answers, List<NewFile> files, CustomerId askedBy) {

    public NewInquiry(String subject, String text, InquiryType type, String orderNumber, String productHandle, String askedFrom, String requestKey) {
        this(subject, text, type, orderNumber, productHandle, askedFrom, requestKey, InquiryChannel.WEB, null, Map.of(), List.of(), null);
    }

    public NewInquiry(String subject, String text, InquiryType type, String orderNumber, String productHandle, String requestKey) {
        this(subject, text, type, orderNumber, productHandle, null, requestKey);
    }

    NewInquiry about(String order) {
        return new NewInquiry(subject, text, type, order, productHandle, askedFrom, requestKey, channel, language, answers, files, askedBy);
    }

    /** The same, come by another way than the website. */
    public NewInquiry by(InquiryChannel way) {
        return new NewInquiry(subject, text, type, orderNumber, productHandle, askedFrom, requestKey, way, language, answers, files, askedBy);
    }

    /** The same, in the language it was asked in. */
    public NewInquiry in(Locale locale) {
        return new NewInquiry(subject, text, type, orderNumber, productHandle, askedFrom, requestKey, channel, locale.getLanguage(), answers, files, askedBy);
    }

    /** The same, with what was answered to the questions of its type. */
    public NewInquiry with(Map<String, String> said) {
        return new NewInquiry(subject, text, type, orderNumber, productHandle, askedFrom, requestKey, channel, language, Map.copyOf(said), files, askedBy);
    }

    /** The same, with files. */
    public NewInquiry carrying(List<NewFile> along) {
        return new NewInquiry(subject, text, type, orderNumber, productHandle, askedFrom, requestKey, channel, language, answers, List.copyOf(along), askedBy);
    }

    NewInquiry from(CustomerId person) {
        return new NewInquiry(subject, text, type, orderNumber, productHandle, askedFrom, requestKey, channel, language, answers, files, person);
    }

    /** Says nothing of what was asked. */
    @Override
    public String toString() {
        return "inquiry " + requestKey;
    }
}
