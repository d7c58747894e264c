package app.regulars.payment;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.web.Templates;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demonstration gateway's own page: one chooses a card that is accepted, one that is refused, or a connection that breaks after charging. */
@Controller
@ConditionalOnBooleanProperty("regulars.demo")
class DemoBankPage {

    private final DemoBank bank;
    private final DemoGateway gateway;
    private final Templates templates;

    DemoBankPage(DemoBank bank, DemoGateway gateway, Templates templates) {
        this.bank = bank;
        this.gateway = gateway;
        this.templates = templates;
    }

    @GetMapping("/demo-bank/{id}")
    ResponseEntity<String> page(@PathVariable String id) {
        return bank.find(id).map(charge -> charge.isOpen() ? html(charge, "payment/demo-bank.jte", HttpStatus.OK) : back(charge))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/demo-bank/{id}")
    ResponseEntity<String> pay(@PathVariable String id, @RequestParam(name = "card", defaultValue = "") String card) {
        var charge = bank.find(id).orElse(null);
        if (charge == null) {
            return ResponseEntity.notFound().build();
        }
        switch (card) {
            case "good", "hangs" -> bank.accept(id);
            case "refused" -> bank.decide(id, "DECLINED", "declined");
            case "poor" -> bank.decide(id, "DECLINED", "insufficient");
            default -> bank.decide(id, "DECLINED", "given-up");
        }
        if ("hangs".equals(card)) {
            // charged, and neither the browser nor a call ever says so: reconciliation has to find it
            return html(charge, "payment/demo-bank-hangs.jte", HttpStatus.GATEWAY_TIMEOUT);
        }
        gateway.call(id);
        return back(charge);
    }

    private ResponseEntity<String> html(DemoBank.Charge charge, String template, HttpStatus status) {
        var locale = Languages.of(charge.locale().toLanguageTag());
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex")
                .body(templates.render(template, locale, Map.of("id", charge.id(), "label", charge.label(), "amount", charge.amount(), "back", charge.back())));
    }

    private static ResponseEntity<String> back(DemoBank.Charge charge) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(charge.back())).header("Cache-Control", "no-store").build();
    }
}
