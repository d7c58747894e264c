package app.regulars.inquiry;

import java.util.Arrays;
import java.util.Locale;

/** Which part of the queue. @param text part of number or subject; blank for all */
public record InquiryFilter(Queue queue, String text) {

    /** The saved views of the queue. */
    public enum Queue {
        MINE, UNASSIGNED, ALL_OPEN, WAITING, DONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Queue of(String code) {
            return Arrays.stream(values()).filter(queue -> queue.code().equals(code)).findFirst().orElse(MINE);
        }
    }
}
