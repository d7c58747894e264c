package app.regulars.inquiry;

import java.util.Map;

import app.regulars.platform.Refused;
import app.regulars.platform.text.PersonTexts;

/** The bounds of what people type. */
final class Wording {

    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_WORDS = 2_000;

    private Wording() {
    }

    /** The text without the white space around it. */
    static String text(String typed) {
        var text = PersonTexts.lines(typed);
        if (text.isEmpty()) {
            throw new Refused("inquiry.refused.empty", "text", Map.of());
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refused("inquiry.refused.too-long", "text", Map.of("most", LONGEST_TEXT, "is", text.length()));
        }
        return text;
    }

    /** The subject, or the first words of the text. */
    static String subject(String typed, String text) {
        var subject = PersonTexts.clean(typed);
        if (subject != null && subject.length() > LONGEST_SUBJECT) {
            throw new Refused("inquiry.refused.too-long", "subject", Map.of("most", LONGEST_SUBJECT, "is", subject.length()));
        }
        return subject == null ? beginning(text) : subject;
    }

    /** A few words that may be missing; null then. */
    static String few(String typed) {
        var words = PersonTexts.lines(typed);
        if (words.length() > LONGEST_WORDS) {
            throw new Refused("inquiry.refused.too-long", "words", Map.of("most", LONGEST_WORDS, "is", words.length()));
        }
        return words.isEmpty() ? null : words;
    }

    private static String beginning(String text) {
        var line = text.lines().findFirst().orElse(text).replaceAll("\\s+", " ");
        var sentence = line.split("(?<=[.!?…])\\s", 2)[0];
        if (sentence.length() <= 90) {
            return sentence;
        }
        var space = sentence.lastIndexOf(' ', 88);
        var end = space > 40 ? space : sentence.offsetByCodePoints(0, Math.min(80, sentence.codePointCount(0, sentence.length())));
        return end == sentence.length() ? sentence : sentence.substring(0, end) + "…";
    }
}
