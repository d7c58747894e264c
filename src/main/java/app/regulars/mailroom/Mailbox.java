package app.regulars.mailroom;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A mailbox of the help desk as staff see it. Its password is not in it.
 *
 * @param team          to whom its inquiries go, or null
 * @param imapSecurity  "tls", "starttls" or "none"
 * @param smtpHost      the server by which answers leave, or null for the shop's
 * @param plusAddresses whether its server delivers "name+anything@" to it
 * @param trustedServer the name under which its own server notes whether senders are genuine, or null
 * @param takenSince    older mail is left where it is; null takes everything
 * @param state         "new", "ok", "failed" or "off"
 * @param problem       what the last look ran into, or null
 * @param failingSince  since when every look ran into something, or null
 */
public record Mailbox(UUID id, String name, String address, Locale language, String team, String imapHost, int imapPort, String imapSecurity, String username, String folder,
                      String smtpHost, Integer smtpPort, String smtpSecurity, boolean plusAddresses, String trustedServer, boolean active, Instant takenSince, String state,
                      String problem, Instant checkedAt, Instant failingSince, int version) {

    @Override
    public String toString() {
        return "mailbox " + id;
    }
}
