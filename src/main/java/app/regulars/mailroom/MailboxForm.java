package app.regulars.mailroom;

import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import java.util.Map;
import java.util.Set;

/** A mailbox as it was typed. @param secret the password; blank keeps the one that is known @param everything whether mail that is there already is taken as well */
public record MailboxForm(String name, String address, String language, String team, String imapHost, String imapPort, String imapSecurity, String username, String secret, String folder,
                          String smtpHost, String smtpPort, String smtpSecurity, boolean plusAddresses, String trustedServer, boolean active, boolean everything) {

    private static final Set<String> SECURITY = Set.of("tls", "starttls", "none");

    /** @throws Refused beside the first field that is wrong */
    MailboxForm checked() {
        var box = new MailboxForm(required(name, "name", 80), required(address, "address", 254), "fr".equals(language) ? "fr" : "en", optional(team, 80),
                host(required(imapHost, "imapHost", 190), "imapHost"), imapPort, imapSecurity != null && SECURITY.contains(imapSecurity) ? imapSecurity : "tls", required(username, "username", 190), secret == null ? "" : secret,
                folder == null || folder.isBlank() ? "INBOX" : optional(folder, 190), optional(smtpHost, 190), smtpPort, smtpSecurity != null && SECURITY.contains(smtpSecurity) ? smtpSecurity : "starttls",
                plusAddresses, optional(trustedServer, 190), active, everything);
        var own = EmailAddress.parse(box.address).orElseThrow(() -> new Refused("platform.email.broken", "address", Map.of())).value();
        port(imapPort, "imapPort");
        if (box.smtpHost != null) {
            host(box.smtpHost, "smtpHost");
            port(smtpPort, "smtpPort");
        }
        if (box.secret.length() > 200) {
            throw new Refused("mailroom.refused.too-long", "secret", Map.of("most", 200));
        }
        return new MailboxForm(box.name, own, box.language, box.team, box.imapHost, box.imapPort, box.imapSecurity, box.username, box.secret, box.folder, box.smtpHost, box.smtpPort,
                box.smtpSecurity, box.plusAddresses, box.trustedServer, box.active, box.everything);
    }

    static int port(String typed, String field) {
        try {
            var port = Integer.parseInt(typed == null ? "" : typed.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Refused("mailroom.refused.port", field, Map.of());
    }

    private static String host(String host, String field) {
        if (!host.matches("[A-Za-z0-9.:-]+")) {
            throw new Refused("mailroom.refused.host", field, Map.of());
        }
        return host;
    }

    private static String required(String text, String field, int most) {
        var words = optional(text, most, field);
        if (words == null) {
            throw new Refused("mailroom.refused.missing", field, Map.of());
        }
        return words;
    }

    private static String optional(String text, int most) {
        return optional(text, most, null);
    }

    private static String optional(String text, int most, String field) {
        var words = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        if (words.length() > most) {
            throw new Refused("mailroom.refused.too-long", field, Map.of("most", most));
        }
        return words.isEmpty() ? null : words;
    }

    /** Says no secret. */
    @Override
    public String toString() {
        return "mailbox form";
    }
}
