package app.regulars.account;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;

/** A device with one passkey, as the standard describes it (WebAuthn Level 3), that also does what no honest device does. */
final class Device {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    private final KeyPair key;
    private final byte[] id;
    private final String origin;
    private final String party;
    /** Counts its uses; 0 for a device that keeps no count. */
    int count;
    /** Whether it checked the person's finger or number. */
    boolean verified = true;

    Device(String origin, String party) {
        this(pair(), UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII), origin, party);
    }

    private Device(KeyPair key, byte[] id, String origin, String party) {
        this.key = key;
        this.id = id;
        this.origin = origin;
        this.party = party;
    }

    /** The same secret in another device, which goes on counting from here by itself. */
    Device copy() {
        var copy = new Device(key, id, origin, party);
        copy.count = count;
        return copy;
    }

    Device pretendingToBeAt(String otherOrigin) {
        return new Device(key, id, otherOrigin, party);
    }

    String create(Bytes challenge) {
        return answer("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]".formatted(text(client("webauthn.create", challenge)),
                text(attestation())));
    }

    String get(Bytes challenge, UUID account) {
        var client = client("webauthn.get", challenge);
        var data = data(0);
        return answer("\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\"".formatted(text(client), text(data),
                text(sign(data, client)), text(StoredPasskeys.handle(account).getBytes())));
    }

    private String answer(String response) {
        return "{\"id\":\"%1$s\",\"rawId\":\"%1$s\",\"type\":\"public-key\",\"authenticatorAttachment\":\"platform\",\"clientExtensionResults\":{},\"response\":{%2$s}}"
                .formatted(text(id), response);
    }

    private byte[] client(String type, Bytes challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}".formatted(type, challenge.toBase64UrlString(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int more) {
        return bytes(out -> {
            out.write(sha256(party.getBytes(StandardCharsets.UTF_8)));
            out.write(PRESENT | (verified ? VERIFIED : 0) | more);
            out.writeInt(count);
        });
    }

    /** CBOR, written by hand: {"fmt": "none", "attStmt": {}, "authData": …} with the key in COSE. */
    private byte[] attestation() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        var data = bytes(out -> {
            out.write(data(WITH_KEY));
            out.write(new byte[16]);
            out.writeShort(id.length);
            out.write(id);
            out.write(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
            out.write(coordinate(point.getAffineX().toByteArray()));
            out.write(new byte[] {0x22, 0x58, 32});
            out.write(coordinate(point.getAffineY().toByteArray()));
        });
        return bytes(out -> {
            out.write(0xa3);
            word(out, "fmt");
            word(out, "none");
            word(out, "attStmt");
            out.write(0xa0);
            word(out, "authData");
            out.write(0x59);
            out.writeShort(data.length);
            out.write(data);
        });
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(byte[] number) {
        var all = new byte[32];
        var from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, all, 32 - (number.length - from), number.length - from);
        return all;
    }

    private static void word(DataOutputStream out, String word) throws IOException {
        out.write(0x60 | word.length());
        out.write(word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

}
