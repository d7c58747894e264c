package app.regulars.inquiry;

/**
 * A question as it was typed.
 *
 * @param subject       blank takes the first words of the text
 * @param type          null for a plain question
 * @param orderNumber   the order it is about, or null
 * @param productHandle the product it is about, or null
 * @param askedFrom     the page it was asked from, without the secret of a mailed link, or null
 * @param requestKey    the same for the same press of the button, so that it opens one inquiry
 */
public record NewInquiry(String subject, String text, InquiryType type, String orderNumber, String productHandle, String askedFrom, String requestKey) {

    public NewInquiry(String subject, String text, InquiryType type, String orderNumber, String productHandle, String requestKey) {
        this(subject, text, type, orderNumber, productHandle, null, requestKey);
    }

    NewInquiry about(String order) {
        return new NewInquiry(subject, text, type, order, productHandle, askedFrom, requestKey);
    }

    /** Says nothing of what was asked. */
    @Override
    public String toString() {
        return "inquiry " + requestKey;
    }
}
