package app.regulars.shipping;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes news of parcels as EasyPost sends them, signed with a secret that both sides know ({@code regulars.tracking.secret}); without a
 * secret there is no such door. Whoever gets no 200 sends again.
 */
@Controller
class TrackingWebhook {

    private static final int LARGEST = 512 * 1024;
    private static final int MOST_DETAILS = 200;
    private static final String BEGIN = "hmac-sha256-hex=";
    private static final JsonMapper JSON = new JsonMapper();

    private final TrackingNews news;
    private final byte[] secret;

    TrackingWebhook(TrackingNews news, @Value("${regulars.tracking.secret:}") String secret) {
        this.news = news;
        this.secret = Normalizer.normalize(secret, Normalizer.Form.NFKD).getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping("/webhooks/tracking")
    ResponseEntity<String> take(HttpServletRequest request, @RequestHeader(name = "X-Hmac-Signature", defaultValue = "") String signature) throws IOException {
        if (secret.length == 0) {
            return ResponseEntity.notFound().build();
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        if (!MessageDigest.isEqual((BEGIN + sign(body)).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            read(JSON.readTree(body).path("result"));
            return ResponseEntity.ok("");
        } catch (JacksonException | DateTimeParseException broken) {
            return ResponseEntity.badRequest().build();
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            // somebody else works on the same parcel: it comes again
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    private void read(JsonNode result) {
        var number = result.path("tracking_code").asString("");
        var details = result.path("tracking_details");
        var count = 0;
        for (var detail : details) {
            if (count++ < MOST_DETAILS) {
                var place = detail.path("tracking_location");
                var where = String.join(", ", java.util.stream.Stream.of(place.path("city").asString(""), place.path("state").asString("")).filter(text -> !text.isBlank()).toList());
                news.take(number, detail.path("status").asString(""), where, Instant.parse(detail.path("datetime").asString("")));
            }
        }
        if (details.isEmpty() && !number.isEmpty()) {
            var at = result.path("updated_at").asString("");
            news.take(number, result.path("status").asString(""), null, at.isEmpty() ? null : Instant.parse(at));
        }
    }

    private String sign(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
