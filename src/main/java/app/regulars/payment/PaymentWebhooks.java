package app.regulars.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where gateways call. What is not signed is refused before it is read; what is told again is answered as the first time. */
@RestController
class PaymentWebhooks {

    private static final int LONGEST = 262_144;

    private final Gateways gateways;
    private final PaymentBook book;

    PaymentWebhooks(Gateways gateways, PaymentBook book) {
        this.gateways = gateways;
        this.book = book;
    }

    @PostMapping("/webhooks/payment/{code}")
    ResponseEntity<String> called(@PathVariable String code, HttpServletRequest request) throws IOException {
        var gateway = gateways.of(code).orElse(null);
        if (gateway == null) {
            return answer(HttpStatus.NOT_FOUND, "unknown");
        }
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "too long");
        }
        var headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), request::getHeader, (first, second) -> first));
        try {
            book.write(code, gateway.read(headers, body));
            return answer(HttpStatus.OK, "written");
        } catch (PaymentGateway.BadSignature stranger) {
            return answer(HttpStatus.BAD_REQUEST, "not signed");
        } catch (PaymentGateway.GatewayUnreachable later) {
            // it calls again
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "later");
        }
    }

    private static ResponseEntity<String> answer(HttpStatus status, String word) {
        return ResponseEntity.status(status).header("Cache-Control", "no-store").body(word + "\n");
    }
}
