package app.regulars.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * A text, read once. Most hold nothing to fill in, or only names to put words in the place of: those are put together without ICU's message format,
 * which showed in the profile of every page.
 */
final class Text {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** Words and names by turns, beginning with words; null where the message needs more than words put in. */
    private final List<String> parts;
    private final MessageFormat format;
    /** Copies that nobody uses just now: a format is for one at a time, and to copy it costs more than to use it. At most as many as were ever in use at once. */
    private final Queue<MessageFormat> idle = new ConcurrentLinkedQueue<>();

    private Text(List<String> parts, MessageFormat format) {
        this.parts = parts;
        this.format = format;
    }

    static Text of(String pattern, Locale locale) {
        return new Text(parts(pattern), pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0 ? null : new MessageFormat(pattern, ULocale.forLocale(locale)));
    }

    private static List<String> parts(String pattern) {
        var names = NAME.matcher(pattern);
        var parts = new ArrayList<String>();
        int end = 0;
        while (names.find()) {
            parts.add(pattern.substring(end, names.start()));
            parts.add(names.group(1));
            end = names.end();
        }
        parts.add(pattern.substring(end));
        var plain = pattern.indexOf('\'') < 0;
        for (int i = 0; i < parts.size(); i += 2) {
            plain &= parts.get(i).indexOf('{') < 0 && parts.get(i).indexOf('}') < 0;
        }
        return plain ? List.copyOf(parts) : null;
    }

    String with(Map<String, ?> values) {
        if (format == null) {
            return parts.getFirst();
        }
        var text = parts == null ? null : joined(values);
        return text != null ? text : formatted(values);
    }

    private String formatted(Map<String, ?> values) {
        var one = idle.poll();
        if (one == null) {
            one = (MessageFormat) format.clone();
        }
        var text = one.format(values, new StringBuffer(), null).toString();
        idle.offer(one);
        return text;
    }

    /** @return null where a value is missing or no words: numbers and moments are written as the language does */
    private String joined(Map<String, ?> values) {
        var text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 0) {
                text.append(parts.get(i));
            } else if (values.get(parts.get(i)) instanceof String words) {
                text.append(words);
            } else {
                return null;
            }
        }
        return text.toString();
    }
}
