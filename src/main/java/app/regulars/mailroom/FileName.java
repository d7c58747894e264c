package app.regulars.mailroom;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file of a message is called: decoded whichever way it was written (RFC 2231, 2047, plain bytes), and fit to be shown and kept. */
final class FileName {

    static final int LONGEST = 150;
    /** What could run by itself where somebody opens it. */
    private static final Set<String> ACTING = Set.of("exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "js", "jse", "vbs", "vbe", "ws", "wsf", "wsh", "hta", "cpl", "jar", "ps1", "psm1",
            "lnk", "reg", "inf", "dll", "sys", "iso", "img", "vhd", "vhdx", "chm", "html", "htm", "xhtml", "shtml", "svg", "swf", "app", "dmg", "pkg", "apk", "sh", "py", "docm", "xlsm", "pptm",
            "xlam", "dotm", "one", "appx", "application", "gadget", "scf", "url", "mht", "mhtml");
    private static final Map<String, String> ENDINGS = Map.ofEntries(Map.entry("text/calendar", "ics"), Map.entry("message/rfc822", "eml"), Map.entry("application/ms-tnef", "dat"),
            Map.entry("image/png", "png"), Map.entry("image/jpeg", "jpg"), Map.entry("image/gif", "gif"), Map.entry("application/pdf", "pdf"), Map.entry("text/html", "html"),
            Map.entry("text/plain", "txt"), Map.entry("text/vcard", "vcf"), Map.entry("application/pgp-signature", "asc"), Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/pkcs7-mime", "p7m"), Map.entry("message/delivery-status", "txt"), Map.entry("text/csv", "csv"));

    private FileName() {
    }

    /** @return an empty text when it has none */
    static String of(Part part, String type) {
        String name;
        try {
            name = part.getFileName();
        } catch (MessagingException | RuntimeException broken) {
            name = null;
        }
        if (name == null || name.isBlank()) {
            var said = MailReader.parameter(MailReader.header(part, "Content-Disposition"), "filename");
            name = said.isBlank() ? MailReader.parameter(MailReader.header(part, "Content-Type"), "name") : said;
        }
        if (name.isBlank()) {
            return "";
        }
        var clean = EncodedWords.text(name).replaceAll(".*[/\\\\]", "").replaceAll("[<>:\"|?*%]", "_").replaceAll("\\p{Cf}+", "").replaceAll("^\\.+|[.\\s\\h]+$", "").strip();
        if (clean.isEmpty()) {
            return made(type, 1);
        }
        if (clean.length() <= LONGEST) {
            return clean;
        }
        var ending = ending(clean);
        return clean.substring(0, LONGEST - ending.length() - 1) + "." + ending;
    }

    static String made(String type, int number) {
        return ("message/rfc822".equals(type) ? "message" : "file") + "-" + number + "." + ENDINGS.getOrDefault(type, "bin");
    }

    /** Whether it is better not handed out. */
    static boolean isActing(String name, String type) {
        return ACTING.contains(ending(name)) || type.contains("x-msdownload") || type.contains("javascript") || type.contains("x-msdos") || type.contains("hta");
    }

    private static String ending(String name) {
        // as systems read it that leave dots and spaces at the end away
        var seen = name.replaceAll("\\p{Cf}+", "").replaceAll("[.\\s\\h]+$", "");
        var dot = seen.lastIndexOf('.');
        var ending = dot < 0 ? "" : seen.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return ending.length() > 12 ? ending.substring(0, 12) : ending;
    }
}
