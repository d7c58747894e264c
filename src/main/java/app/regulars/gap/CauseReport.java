package app.regulars.gap;

import app.regulars.inquiry.InquiryType;
import java.time.Instant;
import java.util.List;

/**
 * What inquiries of a span of days were about. Every figure is the number of the records it holds.
 *
 * @param all          every inquiry of the span
 * @param complaints   those that complain
 * @param types        ranked
 * @param products     ranked, by handle
 * @param questions    what was asked in similar words at least twice, ranked
 * @param causes       what was complained about in similar words at least twice, ranked
 * @param complainers  who complained at least twice, ranked
 * @param timeShare    the part of staff's work that complaints took, by minutes where they are written down, else by replies; 0 where nothing was done
 * @param byMinutes    which of the two it is
 * @param compared     so many, the newest, were compared by their words for questions and causes; everything else is of all
 */
public record CauseReport(Instant from, Instant until, Figure all, Figure complaints, List<Figure> types, List<Figure> products, List<Figure> questions, List<Figure> causes,
                          List<Figure> complainers, double timeShare, boolean byMinutes, int compared) {

    /**
     * A figure with its records.
     *
     * @param key     tells it from others, such as "type:COMPLAINT"
     * @param label   what it is of: the code of a type, a handle, the first words, or a customer's name
     * @param numbers of its inquiries, the oldest first
     * @param before  how many there were in the span of equal length before
     */
    public record Figure(String key, String label, List<String> numbers, long before) {

        public int count() {
            return numbers.size();
        }
    }

    /** One of its inquiries. @param customer the name */
    public record Line(String number, InquiryType type, String product, String customer, String subject, Instant at) {

        @Override
        public String toString() {
            return "inquiry " + number;
        }
    }

    /** The figure of that key, or null. */
    public Figure figure(String key) {
        return java.util.stream.Stream.of(List.of(all, complaints), types, products, questions, causes, complainers).flatMap(List::stream)
                .filter(figure -> figure.key().equals(key)).findFirst().orElse(null);
    }
}
