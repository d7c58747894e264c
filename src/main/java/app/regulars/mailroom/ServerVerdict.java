package app.regulars.mailroom;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether the shop's own mail server found the sender to be genuine (Authentication-Results, RFC 8601). Lines of other servers say nothing. */
public enum ServerVerdict {
    /** No server of ours is named, or it noted nothing. */
    UNKNOWN, GENUINE, FORGED;

    private static final Pattern DMARC = Pattern.compile("\\bdmarc\\s*=\\s*([a-z]+)");
    private static final Pattern DKIM = Pattern.compile("\\bdkim\\s*=\\s*pass\\b[^;]*?header\\.(?:d|i)\\s*=\\s*@?([a-z0-9.-]+)");
    private static final Pattern SPF = Pattern.compile("\\bspf\\s*=\\s*([a-z]+)\\b[^;]*?smtp\\.(?:mailfrom|helo)\\s*=\\s*\"?(?:[^;\\s\"@]*@)?([a-z0-9.-]+)");

    /**
     * @param lines   the last server's first
     * @param trusted the name by which our server signs its lines, or blank
     * @param sender  the address in From
     */
    static ServerVerdict of(List<String> lines, String trusted, String sender) {
        if (trusted == null || trusted.isBlank() || sender.isEmpty()) {
            return UNKNOWN;
        }
        // only the nearest: what stands below it, the sender may have written
        var line = lines.stream().map(each -> each.toLowerCase(Locale.ROOT)).filter(each -> each.split("[;\\s]", 2)[0].equals(trusted.strip().toLowerCase(Locale.ROOT))).findFirst();
        if (line.isEmpty()) {
            return UNKNOWN;
        }
        var text = line.get().replaceAll("\\([^()]*\\)", " ");
        var domain = sender.substring(sender.lastIndexOf('@') + 1);
        var dmarc = DMARC.matcher(text);
        if (dmarc.find()) {
            if ("pass".equals(dmarc.group(1))) {
                return GENUINE;
            }
            if ("fail".equals(dmarc.group(1))) {
                return FORGED;
            }
        }
        var signed = DKIM.matcher(text).results().anyMatch(found -> same(found.group(1), domain));
        var spf = SPF.matcher(text);
        var sent = false;
        var refused = false;
        while (spf.find()) {
            sent |= "pass".equals(spf.group(1)) && same(spf.group(2), domain);
            refused |= "fail".equals(spf.group(1)) && same(spf.group(2), domain);
        }
        return signed || sent ? GENUINE : refused ? FORGED : UNKNOWN;
    }

    private static boolean same(String one, String other) {
        return one.equals(other) || other.endsWith("." + one) && one.contains(".") || one.endsWith("." + other);
    }
}
