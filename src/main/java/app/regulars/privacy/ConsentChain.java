package app.regulars.privacy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * How the ledger's lines hang together: SHA-256 over all columns of a line and the hash of the line before. What is written here
 * is what was printed on people's proofs, so it is never changed; a new way would be a new mark beside the old one.
 */
final class ConsentChain {

    static final int LENGTH = 32;
    private static final String MARK = "regulars consent 1";

    private ConsentChain() {
    }

    /** The hash before the first line. */
    static byte[] beginning() {
        return new byte[LENGTH];
    }

    static byte[] hash(byte[] previous, ConsentLine line) {
        return sha256(out -> {
            text(out, MARK);
            out.write(previous);
            out.writeLong(line.sequence());
            id(out, line.id());
            text(out, line.kind());
            id(out, line.customer());
            id(out, line.other());
            text(out, line.purpose());
            text(out, line.channels());
            text(out, line.basis());
            id(out, line.wording());
            bytes(out, line.wordingDigest());
            text(out, line.statement() == null ? null : line.statement().toString());
            text(out, line.form());
            text(out, line.page());
            text(out, line.groundKind());
            id(out, line.groundId());
            text(out, line.actorKind());
            id(out, line.actorId());
            moment(out, line.at());
            moment(out, line.expires());
            moment(out, line.recorded());
            text(out, line.once());
        });
    }

    /** Pins the words themselves, so that a sentence that is changed later is noticed. */
    static byte[] digest(Wording words) {
        return sha256(out -> {
            text(out, words.purpose());
            out.writeInt(words.version());
            text(out, words.language());
            text(out, words.title());
            text(out, words.sentence());
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] sha256(Writing writing) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value == null ? -1 : value.length);
        if (value != null) {
            out.write(value);
        }
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        text(out, id == null ? null : id.toString());
    }

    private static void moment(DataOutputStream out, Instant moment) throws IOException {
        out.writeBoolean(moment != null);
        if (moment != null) {
            out.writeLong(moment.getEpochSecond());
            out.writeInt(moment.getNano() / 1_000);
        }
    }
}
