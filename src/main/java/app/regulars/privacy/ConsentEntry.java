package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One line of the ledger.
 *
 * @param sequence  its place in the chain, without gaps
 * @param customer  whom it is about, as known at that time; all zeros for everybody
 * @param other     the record that was joined or parted, else null
 * @param purpose   null for a line about two records
 * @param channels  for which channels it was said
 * @param basis     null unless granted
 * @param wording   the very words; null where nobody agreed to words
 * @param statement the version of the privacy statement that counted at that moment, or null when there was none
 * @param form      where it was said: "registration", "privacy-page", "newsletter", "unsubscribe", "order", "import"
 * @param page      the address of that form, or null
 * @param ground    the purchase or inquiry that an implied permission follows from, or null
 * @param at        when it happened
 * @param expires   when it ends by itself, or null
 * @param recorded  when it was written down
 * @param hash      over this line and the one before
 */
public record ConsentEntry(long sequence, UUID id, ConsentKind kind, CustomerId customer, CustomerId other, String purpose, List<String> channels,
                           ConsentBasis basis, Wording wording, Integer statement, String form, String page, Ground ground, ConsentActor actor,
                           Instant at, Instant expires, Instant recorded, byte[] hash) {

    /** What an implied permission follows from. @param kind "order" or "inquiry" */
    public record Ground(String kind, UUID id) {
    }

    public boolean granted() {
        return kind == ConsentKind.GRANTED;
    }

    /** As printed on proofs: 64 hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash);
    }
}
