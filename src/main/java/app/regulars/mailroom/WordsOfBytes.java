package app.regulars.mailroom;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Makes text of bytes whose charset may be named wrongly or not at all. Always makes some text. */
final class WordsOfBytes {

    /** What one thing is called and another is meant by. */
    private static final Map<String, String> MEANT = Map.of("iso-8859-1", "windows-1252", "us-ascii", "", "ascii", "", "ansi_x3.4-1968", "", "unknown-8bit", "",
            "x-unknown", "", "gb2312", "gb18030", "ks_c_5601-1987", "x-windows-949", "utf8", "utf-8", "cp-850", "ibm850");
    private static final int SURE = 30;

    private WordsOfBytes() {
    }

    /** @param named what the message says, or an empty text */
    static String text(byte[] bytes, String named) {
        if (bytes.length == 0) {
            return "";
        }
        var said = strictly(bytes, charset(named));
        if (said == null) {
            said = strictly(bytes, StandardCharsets.UTF_8);
        }
        if (said == null) {
            said = guessed(bytes);
        }
        return said.replace("\u0000", "");
    }

    private static Charset charset(String named) {
        var name = named == null ? "" : named.replaceAll("[\"'\\s]", "").toLowerCase(Locale.ROOT);
        name = MEANT.getOrDefault(name, name);
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String strictly(byte[] bytes, Charset charset) {
        if (charset == null) {
            return null;
        }
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | UnsupportedOperationException wrong) {
            return null;
        }
    }

    private static String guessed(byte[] bytes) {
        var western = Charset.forName("windows-1252");
        if (bytes.length < 16) {
            return new String(bytes, western);
        }
        try {
            var match = new CharsetDetector().setText(bytes).detect();
            var charset = match == null || match.getConfidence() < SURE ? western : charset(match.getName());
            return new String(bytes, charset == null ? western : charset);
        } catch (RuntimeException undecided) {
            return new String(bytes, western);
        }
    }
}
