package app.regulars.mailroom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Makes awkward messages, always the same ones: what a help desk gets in a bad year. */
final class AwkwardMails {

    private static final List<String> CHARSETS = List.of("utf-8", "iso-8859-1", "windows-1252", "us-ascii", "x-unknown", "gb2312", "koi8-r", "shift_jis", "utf-16", "\"\"", "utf8", "cp1252");
    private static final String WORDS = "Où est ma tasse brisée, l’été “passé” – 5 €? Где моя чашка 我的杯子 ";

    private final Random random;
    private final List<byte[]> written;

    AwkwardMails(long seed) {
        this.random = new Random(seed);
        try (var all = Files.list(Path.of("src/test/resources/mail"))) {
            written = all.filter(file -> file.toString().endsWith(".eml")).sorted().map(AwkwardMails::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param n which one; each differs from every other */
    byte[] message(int n) {
        return switch (n % 20) {
            case 0 -> nested(n, 2 + random.nextInt(40));
            case 1 -> cut(n);
            case 2 -> flipped(n);
            case 3 -> text(head(n, "") + "Auto-Submitted: auto-replied\r\n", "I am away " + n);
            case 4 -> text("From: loop@machine.example\r\nSubject: Loop\r\nMessage-ID: <loop" + n + "@machine.example>\r\n", "Again " + n);
            case 5 -> text(head(n, "").replaceAll("Message-ID:[^\r]*\r\n", ""), "No id " + n);
            case 6 -> text("Subject: Nobody " + n + "\r\n", "Nobody " + n);
            case 7 -> text(head(n, "") + "Authentication-Results: mx.shop.example; dmarc=fail\r\nX-Original-To: help+inq-2001.0123456789abcdef0123@shop.example\r\n", "Forged " + n);
            case 8 -> html(n);
            case 9 -> attached(n, n % 500 == 9 ? 30_000_000 : random.nextInt(200_000));
            case 10 -> text(head(n, "") + "List-Unsubscribe: <mailto:x@example.com>\r\n", "News " + n);
            case 11 -> bounce(n);
            case 12 -> n % 100 == 12 ? ("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\nX-N: " + n + "\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(700)).getBytes() : nested(n, 15);
            case 13 -> text(head(n, "") + "In-Reply-To: <" + "x".repeat(random.nextInt(3_000)) + "@y>\r\nReferences: " + "<a@b> ".repeat(random.nextInt(500)) + "\r\n", "Thread " + n);
            case 14 -> text(head(n, "") + "X-Loop: help@shop.example\r\n", "Loop " + n);
            case 15 -> garbage(n);
            default -> charset(n);
        };
    }

    private static String head(int n, String more) {
        return "From: Somebody " + n + " <somebody" + n + "@example" + n % 7 + ".com>\r\nTo: help@shop.example\r\nSubject: Awkward " + n + "\r\nMessage-ID: <m" + n + "@awkward.example>\r\n" + more;
    }

    private static byte[] text(String head, String words) {
        return (head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] charset(int n) {
        var said = CHARSETS.get(random.nextInt(CHARSETS.size()));
        var meant = List.of("utf-8", "windows-1252", "iso-8859-1", "koi8-r", "gb18030", "utf-16").get(random.nextInt(6));
        var body = (WORDS.repeat(1 + random.nextInt(5)) + n).getBytes(Charset.forName(meant));
        var encoding = random.nextInt(3);
        var coded = encoding == 0 ? body : encoding == 1 ? Base64.getMimeEncoder().encode(body) : new String(body, StandardCharsets.ISO_8859_1).replace("=", "=3D").getBytes(StandardCharsets.ISO_8859_1);
        return joined(head(n, "Content-Type: text/plain; charset=" + said + "\r\nContent-Transfer-Encoding: " + List.of("8bit", "base64", "quoted-printable").get(encoding) + "\r\n\r\n"), coded);
    }

    private byte[] nested(int n, int depth) {
        var text = new StringBuilder(head(n, "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"));
        for (var i = 0; i < depth; i++) {
            text.append("--b").append(i).append("\r\nContent-Type: multipart/").append(List.of("mixed", "related", "alternative", "signed", "strange").get(random.nextInt(5))).append("; boundary=b").append(i + 1)
                    .append("\r\n\r\n");
        }
        text.append("--b").append(depth).append("\r\nContent-Type: text/").append(random.nextBoolean() ? "plain" : "html").append("\r\n\r\nInside ").append(n).append("\r\n");
        if (random.nextBoolean()) {
            text.append("--b").append(depth).append("--\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] html(int n) {
        return (head(n, "Content-Type: text/html; charset=utf-8\r\n\r\n") + "<div>".repeat(random.nextInt(2_000)) + "Form " + n + "<script>x()</script><img src=cid:none><blockquote>".repeat(random.nextInt(30))).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] attached(int n, int size) {
        var file = new byte[size];
        random.nextBytes(file);
        var out = new ByteArrayOutputStream(size * 14 / 10 + 1_000);
        out.writeBytes((head(n, "Content-Type: multipart/mixed; boundary=b\r\n\r\n") + "--b\r\n\r\nSee file " + n + "\r\n--b\r\nContent-Type: application/octet-stream; name*0=\"a; name*1=\"" + n
                + ".bin\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(Base64.getMimeEncoder().encode(file));
        out.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private byte[] bounce(int n) {
        return ("Return-Path: <>\r\nFrom: MAILER-DAEMON@mx" + n + ".example\r\nSubject: failure " + n + "\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nNo " + n
                + "\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: " + (n % 2 == 0 ? "failed" : "delayed") + "\r\nStatus: 5.1.1\r\n" + (n % 3 == 0 ? "" : "\r\n--b--\r\n")).getBytes();
    }

    /** One of the written ones, ended somewhere. */
    private byte[] cut(int n) {
        var whole = written.get(random.nextInt(written.size()));
        return joined("X-N: " + n + "\r\n", java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1)));
    }

    /** One of the written ones, with bytes that a bad line changed. */
    private byte[] flipped(int n) {
        var whole = written.get(random.nextInt(written.size())).clone();
        for (var i = 0; i < 1 + whole.length / 50; i++) {
            whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        }
        return joined("X-N: " + n + "\r\n", whole);
    }

    private byte[] garbage(int n) {
        var bytes = new byte[1 + random.nextInt(5_000)];
        random.nextBytes(bytes);
        return joined(random.nextBoolean() ? "X-N: " + n + "\r\n" : head(n, "\r\n"), bytes);
    }

    private static byte[] joined(String head, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
