package app.regulars.selling;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.NewInquiry;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What people ask by way of another system: the program of a customer asks for her, every other one says who asks, which proves nothing. */
@RestController
class ApiInquiryController {

    private static final int LONGEST_LINE = 254;
    private static final int LONGEST_TEXT = 12_000;

    private final ApiDoor door;
    private final ApiKeys keys;
    private final Inquiries inquiries;
    private final CustomerDirectory customers;
    private final Orders orders;

    ApiInquiryController(ApiDoor door, ApiKeys keys, Inquiries inquiries, CustomerDirectory customers, Orders orders) {
        this.door = door;
        this.keys = keys;
        this.inquiries = inquiries;
        this.customers = customers;
        this.orders = orders;
    }

    @PostMapping("/api/v1/inquiries")
    ResponseEntity<?> ask(HttpServletRequest request) {
        return door.answered(request, () -> {
            var key = door.key(request, KeyScope.ORDERS, KeyScope.INQUIRIES);
            var word = request.getHeader("Idempotency-Key");
            if (word == null || !word.matches("[\\x21-\\x7e]{8,80}")) {
                throw new ApiProblem(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
            }
            var body = ApiDoor.body(request);
            var hash = Secrets.hash("inquiry\n" + new String(body, StandardCharsets.ISO_8859_1));
            var before = keys.ask(key.id(), word, hash);
            if (before.isPresent() && !before.get().bodyHash().equals(hash)) {
                throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
            }
            if (before.isPresent() && before.get().order() != null) {
                return ResponseEntity.status(HttpStatus.CREATED).header("Idempotency-Replayed", "true").body(Map.of("inquiry", before.get().order()));
            }
            try {
                var number = open(key, word, ApiDoor.read(body), ApiDoor.reader(request));
                keys.became(key.id(), word, number);
                return ApiDoor.ok(HttpStatus.CREATED, Map.of("inquiry", number));
            } catch (ApiProblem | Refused refused) {
                keys.drop(key.id(), word);
                throw refused;
            }
        });
    }

    private String open(KeyRow key, String word, JsonNode sent, Locale reader) {
        var language = text(sent, "language", "language", 2);
        if (language != null && !language.equals("en") && !language.equals("fr")) {
            throw ApiProblem.wrong("language", "selling.api.language", Map.of());
        }
        var asked = language == null ? reader : Languages.of(language);
        var type = text(sent, "type", "type", 20);
        if (type != null && Arrays.stream(InquiryType.values()).noneMatch(each -> each.code().equals(type))) {
            throw ApiProblem.wrong("type", "selling.api.type", Map.of("types", String.join(", ", Arrays.stream(InquiryType.values()).map(InquiryType::code).toList())));
        }
        var subject = text(sent, "subject", "subject", LONGEST_LINE);
        var text = text(sent, "text", "text", LONGEST_TEXT);
        var order = text(sent, "order", "order", 60);
        var customer = key.customer() == null ? whoever(sent.path("contact"), asked) : key.customer();
        if (order != null && orders.find(new OrderNumber(order)).filter(known -> known.customer().equals(customer)).isEmpty()) {
            throw ApiProblem.wrong("order", "selling.api.order.none", Map.of());
        }
        return inquiries.open(customer, key.customer() != null, new NewInquiry(subject, text, InquiryType.of(type), order, text(sent, "product", "product", 120),
                "api:" + UUID.nameUUIDFromBytes((key.id() + "/" + word).getBytes(StandardCharsets.UTF_8))).by(InquiryChannel.API).in(asked)).value();
    }

    private CustomerId whoever(JsonNode contact, Locale language) {
        try {
            return customers.obtain(text(contact, "email", "contact.email", LONGEST_LINE), text(contact, "name", "contact.name", 200), null,
                    customers.checkedPhone(text(contact, "phone", "contact.phone", 40)), language, "inquiry");
        } catch (Refused refused) {
            throw ApiProblem.wrong("contact." + refused.field(), refused.key(), refused.arguments());
        }
    }

    /** Null where nothing stands. @param called how a refusal names it */
    private static String text(JsonNode sent, String field, String called, int longest) {
        var told = sent.path(field);
        if (told.isMissingNode() || told.isNull()) {
            return null;
        }
        if (!told.isString() || told.asString().length() > longest) {
            throw ApiProblem.wrong(called, "platform.text.long", Map.of("most", longest));
        }
        return told.asString().isBlank() ? null : told.asString();
    }
}
