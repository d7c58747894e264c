package app.regulars.mailroom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Words of headers (RFC 2047) as mail programs really write them: unknown or wrong charsets, a letter cut in two between words, spaces
 * inside, bytes beyond ASCII without any encoding. The library's decoder gives such a header up; here every header becomes some text.
 */
final class EncodedWords {

    /** A header longer than this is read up to here. */
    static final int LONGEST = 10_000;
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{0,60})\\?([bBqQ])\\?([^?]*)\\?=");

    private EncodedWords() {
    }

    /** @param header each char one byte, as the library hands headers out; null is an empty text */
    static String text(String header) {
        if (header == null) {
            return "";
        }
        var all = unfolded(header.length() > LONGEST ? header.substring(0, LONGEST) : header);
        var out = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        var charset = "";
        var end = 0;
        var words = WORD.matcher(all);
        while (words.find()) {
            var between = all.substring(end, words.start());
            var named = words.group(1).replaceAll("\\*.*", "");
            if (bytes.size() > 0 && between.isBlank() && named.equalsIgnoreCase(charset)) {
                // one letter may stand in two words
            } else {
                out.append(WordsOfBytes.text(bytes.toByteArray(), charset));
                bytes.reset();
                out.append(end > 0 && between.isBlank() ? "" : plain(between));
            }
            charset = named;
            bytes.writeBytes("b".equalsIgnoreCase(words.group(2)) ? base64(words.group(3)) : quoted(words.group(3)));
            end = words.end();
        }
        out.append(WordsOfBytes.text(bytes.toByteArray(), charset)).append(plain(all.substring(end)));
        return clean(out.toString());
    }

    /** One line without control characters, and without marks that turn the direction of what follows. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+", " ").replaceAll(" {2,}", " ").strip();
    }

    private static String unfolded(String header) {
        return header.replaceAll("\r?\n[ \t]*", " ");
    }

    /** Raw bytes beyond ASCII are UTF-8 or, failing that, Western. */
    private static String plain(String text) {
        var ascii = text.chars().allMatch(letter -> letter < 128);
        var wide = text.chars().anyMatch(letter -> letter > 255);
        return ascii || wide ? text : WordsOfBytes.text(text.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.replaceAll("[^A-Za-z0-9+/]", ""));
        } catch (IllegalArgumentException broken) {
            var whole = text.replaceAll("[^A-Za-z0-9+/]", "");
            return Base64.getMimeDecoder().decode(whole.substring(0, whole.length() - whole.length() % 4));
        }
    }

    private static byte[] quoted(String text) {
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var hex = letter == '=' && i + 2 < text.length() ? number(text.substring(i + 1, i + 3)) : -1;
            if (hex >= 0) {
                bytes.write(hex);
                i += 2;
            } else {
                bytes.write(letter == '_' ? ' ' : letter);
            }
        }
        return bytes.toByteArray();
    }

    private static int number(String hex) {
        var high = Character.digit(hex.charAt(0), 16);
        var low = Character.digit(hex.charAt(1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
