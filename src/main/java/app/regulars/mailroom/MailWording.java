package app.regulars.mailroom;

import app.regulars.platform.i18n.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What of a message stands in the conversation: the writer's own words, or in their place what came instead of words. */
@Component
class MailWording {

    /** The conversation takes 10,000 characters; the whole message is kept beside it. */
    private static final int LONGEST = 9_500;
    private static final Pattern MARK = Pattern.compile("(?m)^.*\\[ref:[^\\]\\n]{1,60}]\\s*$");
    private static final int MOST_NAMES = 10;

    private final Texts texts;

    MailWording(Texts texts) {
        this.texts = texts;
    }

    String text(ReadMail mail, Locale locale) {
        var own = unmarked(mail.own());
        var words = mail.protection() == MailProtection.ENCRYPTED ? texts.get(locale, "mailroom.text.encrypted")
                : own.isEmpty() ? texts.get(locale, mail.files().isEmpty() ? "mailroom.text.empty" : "mailroom.text.files-only") : own;
        if (words.length() > LONGEST) {
            words = words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST) - 1)) + "…\n" + texts.get(locale, "mailroom.text.cut");
        }
        var names = mail.files().stream().filter(file -> !file.inline()).limit(MOST_NAMES).map(ReadMail.MailFile::name).collect(Collectors.joining(", "));
        var named = names.isEmpty() ? "" : "\n\n" + texts.get(locale, "mailroom.text.files", Map.of("names", names.length() > 300 ? names.substring(0, 300) + "…" : names));
        return words + named;
    }

    /** What it quotes, as far as the conversation takes it; without our mark, which whoever has it could write by. */
    static String quoted(ReadMail mail) {
        var words = mail.protection() == MailProtection.ENCRYPTED ? "" : unmarked(mail.quoted());
        return words.length() > LONGEST ? words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST) - 1)) + "…" : words;
    }

    private static String unmarked(String text) {
        return text == null ? "" : MARK.matcher(text).replaceAll("").replace("\u0000", "").strip();
    }
}
