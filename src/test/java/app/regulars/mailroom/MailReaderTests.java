package app.regulars.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages as mail programs, servers and mischief really make them: src/test/resources/mail, with what each is expected to say. */
class MailReaderTests {

    private static final Path FOLDER = Path.of("src/test/resources/mail");
    private final MailReader reader = new MailReader();

    @Test
    void readsQuotesWithinQuotesOnceEach() {
        assertThat(MailHtml.text("Yes<blockquote>Really?<blockquote>No</blockquote></blockquote>")).startsWith("Yes\n\n> Really?").endsWith("\n> > No");
        var nested = "<p>again</p><blockquote>".repeat(2_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertThat(MailHtml.text(nested)).startsWith("again").contains("> > > again"));
    }

    static Stream<Arguments> messages() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream().filter(line -> !line.startsWith("#")).map(line -> Arguments.of((Object[]) Arrays.copyOf(line.split("\t", -1), 7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void reads(String name, String kind, String sender, String text, String files, String protection, String subject) throws Exception {
        var mail = reader.read(FOLDER.resolve(name + ".eml"));
        assertThat(mail.kind()).isEqualTo(MailKind.valueOf(kind));
        assertThat(mail.sender()).isEqualTo(sender);
        var words = text.replace("\\n", "\n");
        if (words.startsWith("…")) {
            assertThat(mail.own()).contains(words.substring(1));
        } else {
            assertThat(mail.own()).isEqualTo(words);
        }
        if (!files.equals("…")) {
            assertThat(mail.files().stream().map(ReadMail.MailFile::name).collect(Collectors.joining(","))).isEqualTo(files);
        }
        assertThat(mail.protection()).isEqualTo(MailProtection.valueOf(protection));
        if (!subject.isEmpty()) {
            assertThat(mail.subject()).isEqualTo(subject);
        }
        assertThat(mail.html()).doesNotContain("<script", "onclick", "onload", "javascript:", "<iframe", "<form", "http://spy");
    }

    @Test
    void knowsWhichMessageOfOursABounceIsAbout() throws Exception {
        for (var name : List.of("bounce-hard", "bounce-soft", "bounce-exim")) {
            var bounce = reader.read(FOLDER.resolve(name + ".eml")).bounce();
            assertThat(bounce.messageId()).as(name).isEqualTo("01234567-89ab-7def-8123-456789abcdef@shop.example");
            assertThat(bounce.forGood()).as(name).isEqualTo(!name.equals("bounce-soft"));
            assertThat(bounce.status()).as(name).isEqualTo(name.equals("bounce-soft") ? "4.4.1" : "5.1.1");
        }
    }

    @Test
    void keepsPicturesOfTheMessageInItsForm() throws Exception {
        var mail = reader.read(FOLDER.resolve("mixed-nested.eml"));
        assertThat(mail.html()).contains("cid:pic1");
        assertThat(mail.files()).extracting(ReadMail.MailFile::inline).containsExactly(true, false);
        assertThat(mail.files().getFirst().contentId()).isEqualTo("pic1");
    }

    @Test
    void foldsWhatWasQuoted() throws Exception {
        var mail = reader.read(FOLDER.resolve("quote-gmail.eml"));
        assertThat(mail.quoted()).startsWith("On Sun, 22 Nov 2026").contains("> your cup is on its way.");
        var html = reader.read(FOLDER.resolve("quote-html-gmail.eml"));
        assertThat(html.html()).contains("Thanks a lot").doesNotContain("Hello Zoe");
        assertThat(html.quotedHtml()).contains("Hello Zoe");
    }

    @Test
    void whatWouldTakeAllMemoryIsNotLookedAt(@TempDir Path folder) throws Exception {
        var head = folder.resolve("head.eml");
        Files.writeString(head, "From: a@b.example\r\nX: " + "y".repeat(2_000_000) + "\r\n\r\n");
        assertThat(reason(head)).isEqualTo("head");
        var parts = folder.resolve("parts.eml");
        Files.writeString(parts, "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n".repeat(30_000));
        assertThat(reason(parts)).isEqualTo("parts");
        Files.writeString(parts, "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(600));
        assertThat(reason(parts)).isEqualTo("parts");
        var empty = folder.resolve("empty.eml");
        Files.writeString(empty, "");
        assertThat(reason(empty)).isEqualTo("empty");
    }

    /** Cut anywhere, a message is still read or refused, and nothing else. */
    @Test
    void cutsOfEveryMessageAreReadToo(@TempDir Path folder) throws Exception {
        try (var all = Files.list(FOLDER)) {
            for (var file : all.filter(each -> each.toString().endsWith(".eml")).toList()) {
                var bytes = Files.readAllBytes(file);
                for (var part = 1; part < 8; part++) {
                    var cut = folder.resolve("cut.eml");
                    Files.write(cut, Arrays.copyOf(bytes, bytes.length * part / 8));
                    try {
                        assertThat(reader.read(cut)).isNotNull();
                    } catch (Unreadable said) {
                        assertThat(said.reason()).as(file + " " + part).isIn("empty", "parts", "head");
                    }
                }
            }
        }
    }

    private String reason(Path file) {
        try {
            reader.read(file);
            return "";
        } catch (Unreadable unreadable) {
            return unreadable.reason();
        }
    }

    @Test
    void believesTheOwnServerOnly() {
        var ours = "mx.shop.example; dmarc=pass header.from=example.com";
        assertThat(ServerVerdict.of(List.of(ours), "mx.shop.example", "zoe@example.com")).isEqualTo(ServerVerdict.GENUINE);
        assertThat(ServerVerdict.of(List.of("mx.evil.example; dmarc=pass"), "mx.shop.example", "zoe@example.com")).isEqualTo(ServerVerdict.UNKNOWN);
        assertThat(ServerVerdict.of(List.of("mx.shop.example; dmarc=fail", ours), "mx.shop.example", "zoe@example.com")).isEqualTo(ServerVerdict.FORGED);
        assertThat(ServerVerdict.of(List.of(ours), "", "zoe@example.com")).isEqualTo(ServerVerdict.UNKNOWN);
        assertThat(ServerVerdict.of(List.of("mx.shop.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=x@evil.example"), "mx.shop.example", "zoe@example.com"))
                .isEqualTo(ServerVerdict.UNKNOWN);
        assertThat(ServerVerdict.of(List.of("mx.shop.example; dkim=pass (2048) header.d=example.com"), "mx.shop.example", "zoe@example.com")).isEqualTo(ServerVerdict.GENUINE);
        assertThat(ServerVerdict.of(List.of("mx.shop.example; spf=fail smtp.mailfrom=zoe@example.com"), "mx.shop.example", "zoe@example.com")).isEqualTo(ServerVerdict.FORGED);
        assertThat(ServerVerdict.of(List.of("mx.shop.example (dmarc=pass); none"), "mx.shop.example", "zoe@example.com")).isEqualTo(ServerVerdict.UNKNOWN);
    }

    @Test
    void headersAreReadWhateverTheyAre() {
        assertThat(EncodedWords.text("=?utf-8?Q?a?= =?utf-8?Q?b?= c =?broken")).isEqualTo("ab c =?broken");
        assertThat(EncodedWords.text("=?utf-8?Q?Ren=C3?= =?utf-8?Q?=A9e?=")).isEqualTo("Renée");
        assertThat(EncodedWords.text(null)).isEmpty();
        assertThat(new String(WordsOfBytes.text("Été".getBytes(StandardCharsets.UTF_8), "utf-8").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo("Été");
    }
}
