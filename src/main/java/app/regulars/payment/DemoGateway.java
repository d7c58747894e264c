package app.regulars.payment;

import app.regulars.platform.money.Money;
import app.regulars.platform.security.SecretKeys;
import app.regulars.platform.web.PublicAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The gateway of the demonstration: has its own page, calls back signed, and never touches real money. */
@Component
@Order(100)
@ConditionalOnBooleanProperty("regulars.demo")
class DemoGateway implements PaymentGateway {

    static final String CODE = "demo";
    static final String SIGNATURE = "demo-signature";

    private static final Logger log = LoggerFactory.getLogger(DemoGateway.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String USE = "demo-gateway";

    private final DemoBank bank;
    private final SecretKeys keys;
    private final PublicAddress address;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    DemoGateway(DemoBank bank, SecretKeys keys, PublicAddress address) {
        this.bank = bank;
        this.keys = keys;
        this.address = address;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Opened open(Opening opening) {
        var charge = bank.open(opening);
        return new Opened(charge.id(), address.of("/demo-bank/" + charge.id()));
    }

    @Override
    public List<Fact> look(UUID attempt, String gatewayPayment) {
        bank.lapse(gatewayPayment);
        return bank.find(gatewayPayment).map(this::facts).orElse(List.of());
    }

    @Override
    public List<Fact> capture(UUID attempt, String gatewayPayment, Money inAll, boolean last) {
        bank.take(gatewayPayment, inAll, last);
        return look(attempt, gatewayPayment);
    }

    @Override
    public List<Fact> cancel(UUID attempt, String gatewayPayment) {
        bank.letGo(gatewayPayment);
        bank.decide(gatewayPayment, "CLOSED", "closed");
        return look(attempt, gatewayPayment);
    }

    @Override
    public List<Fact> refund(UUID attempt, String gatewayPayment, Money amount) {
        bank.refund(attempt, gatewayPayment, amount);
        return look(attempt, gatewayPayment);
    }

    /** The body is the charge's id; what became of it is read where it stands. */
    @Override
    public List<Fact> read(Map<String, String> headers, byte[] body) {
        var said = headers.getOrDefault(SIGNATURE, "").getBytes(StandardCharsets.UTF_8);
        var id = new String(body, StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(said, keys.sign(USE, id).getBytes(StandardCharsets.UTF_8))) {
            throw new BadSignature(CODE);
        }
        return look(null, id.strip());
    }

    private List<Fact> facts(DemoBank.Charge charge) {
        var facts = new ArrayList<Fact>();
        var attempt = UUID.fromString(charge.key());
        switch (charge.state()) {
            case "CAPTURED" -> facts.add(new Fact(Movement.CAPTURED, charge.amount(), charge.id(), charge.id(), attempt, charge.changedAt(), null, true));
            case "AUTHORIZED", "ENDED" -> {
                facts.add(new Fact(Movement.AUTHORIZED, charge.amount(), charge.id(), charge.id(), attempt, charge.openedAt(), null, true).keptUntil(charge.keptUntil()));
                if (!charge.taken().isZero()) {
                    facts.add(Fact.inAll(Movement.CAPTURED, charge.taken(), charge.id(), attempt, charge.changedAt()));
                }
                if (!charge.amount().equals(charge.taken()) && "ENDED".equals(charge.state())) {
                    facts.add(Fact.inAll(Movement.VOIDED, charge.amount().minus(charge.taken()), charge.id(), attempt, charge.changedAt()));
                }
            }
            case "DECLINED", "CLOSED" -> facts.add(new Fact(Movement.FAILED, charge.amount(), charge.id(), charge.id(), attempt, charge.changedAt(), charge.problem(), true));
            default -> {
                // nobody has paid yet
            }
        }
        bank.refunds(charge).forEach(refund -> facts.add(new Fact(Movement.REFUNDED, refund.amount(), refund.id(), charge.id(), UUID.fromString(refund.key()), refund.at(), null,
                true)));
        return facts;
    }

    /** Calls the shop as a gateway does: from outside, signed. Whether anybody hears it does not matter. */
    void call(String charge) {
        var request = HttpRequest.newBuilder(URI.create(address.of("/webhooks/payment/" + CODE))).timeout(PATIENCE).header(SIGNATURE, keys.sign(USE, charge))
                .POST(HttpRequest.BodyPublishers.ofString(charge)).build();
        executor.execute(() -> {
            try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
                client.send(request, HttpResponse.BodyHandlers.discarding());
            } catch (java.io.IOException unheard) {
                log.debug("the call of the demonstration gateway was not heard: {}", unheard.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
