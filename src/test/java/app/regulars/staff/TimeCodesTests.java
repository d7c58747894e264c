package app.regulars.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA1; six digits are the last of the eight that stand there. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void isAsTheStandardSays(long second, String code) {
        assertThat(TimeCodes.code(SECRET, TimeCodes.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void acceptsOneStepEarlyOrLateAndNoMore() {
        var at = Instant.ofEpochSecond(1_111_111_109);
        var step = TimeCodes.step(at);
        assertThat(TimeCodes.match(SECRET, TimeCodes.code(SECRET, step - 1), at)).hasValue(step - 1);
        assertThat(TimeCodes.match(SECRET, TimeCodes.code(SECRET, step + 1), at)).hasValue(step + 1);
        assertThat(TimeCodes.match(SECRET, TimeCodes.code(SECRET, step - 2), at)).isEmpty();
        assertThat(TimeCodes.match(SECRET, TimeCodes.code(SECRET, step + 2), at)).isEmpty();
        assertThat(TimeCodes.match(SECRET, "", at)).isEmpty();
    }

    @Test
    void tellsTheSecretInBase32() {
        assertThat(TimeCodes.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        for (var i = 0; i < 50; i++) {
            var secret = TimeCodes.newSecret();
            assertThat(TimeCodes.bytes(TimeCodes.base32(secret))).isEqualTo(secret);
        }
    }

    @Test
    void drawsAPictureWithoutAskingAnybody() {
        assertThat(QrCode.svg("otpauth://totp/Shop:ellen%40shop.example?secret=MZXW6YTBOI&issuer=Shop")).startsWith("<svg").contains("M3 3h1v1h-1z").endsWith("</svg>");
    }
}
