package app.regulars.mailroom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A message on its way in, in a file of its own: its bytes, how many, and by which they are known again. Beyond the bound only the beginning is kept. */
final class RawMail implements AutoCloseable {

    /** An attachment of 30 MB is 41 MB in a mail. */
    static final long LARGEST = 60L * 1024 * 1024;

    private final Path file;
    private final MessageDigest all;
    private final MessageDigest body;
    private long size;
    private long kept;

    RawMail() throws IOException {
        this.file = Files.createTempFile("mail", ".eml");
        this.all = digest();
        this.body = digest();
    }

    /** To be closed by whoever writes. */
    OutputStream writing() throws IOException {
        var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return new OutputStream() {
            private int line;
            private boolean head = true;

            @Override
            public void write(int next) throws IOException {
                write(new byte[] {(byte) next}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                size += length;
                all.update(bytes, offset, length);
                var from = offset;
                for (; head && from < offset + length; from++) {
                    if (bytes[from] == '\n') {
                        head = line > 0;
                        line = 0;
                    } else if (bytes[from] != '\r') {
                        line++;
                    }
                }
                body.update(bytes, from, offset + length - from);
                var room = (int) Math.min(length, LARGEST - kept);
                if (room > 0) {
                    out.write(bytes, offset, room);
                    kept += room;
                }
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    boolean tooLarge() {
        return size > LARGEST;
    }

    /** Of all of it. To be asked once. */
    String hash() {
        return HexFormat.of().formatHex(all.digest());
    }

    /** Of what stands below the head, which differs between two copies of one message. To be asked once. */
    String bodyHash() {
        return HexFormat.of().formatHex(body.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
