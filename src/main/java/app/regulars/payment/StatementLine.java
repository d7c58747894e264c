package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;

/**
 * Money that came in, as a bank's statement says.
 *
 * @param payer     who sent it, empty where the bank does not say
 * @param words     what the payer wrote
 * @param reference the bank's own name of the entry, empty where there is none
 */
record StatementLine(LocalDate on, Money amount, String payer, String words, String reference) {

    private static final int LONGEST_PAYER = 200;
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_REFERENCE = 120;

    StatementLine {
        payer = bounded(payer, LONGEST_PAYER);
        words = bounded(words, LONGEST_WORDS);
        reference = bounded(reference, LONGEST_REFERENCE);
    }

    private static String bounded(String text, int longest) {
        var clean = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    /**
     * What makes each line one, in whichever file it comes: everything the bank says of it, and how many lines before it in the file
     * say the same.
     */
    static List<String> fingerprints(List<StatementLine> lines) {
        var seen = new HashMap<String, Integer>();
        var prints = new ArrayList<String>();
        for (var line : lines) {
            var said = String.join("\u001f", line.on.toString(), line.amount.amount().toPlainString(), line.amount.currency(), line.payer, line.words, line.reference);
            prints.add(hash((said + "\u001f" + seen.merge(said, 1, Integer::sum)).getBytes(StandardCharsets.UTF_8)));
        }
        return prints;
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    public String toString() {
        return "line of a statement, " + on;
    }
}
