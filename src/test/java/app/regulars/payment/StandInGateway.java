package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A gateway in memory that can be made to charge and then not answer, to be down, and to say things in any order. */
public class StandInGateway implements PaymentGateway {

    private final Map<UUID, List<Fact>> known = new LinkedHashMap<>();
    private final Map<UUID, Fact> refunds = new LinkedHashMap<>();
    public volatile boolean down;
    public volatile boolean dumb;
    public volatile int asked;

    @TestConfiguration
    public static class Setup {

        @Bean
        StandInGateway standInGateway() {
            return new StandInGateway();
        }
    }

    @Override
    public String code() {
        return "stand-in";
    }

    @Override
    public synchronized Opened open(Opening opening) {
        answer();
        known.computeIfAbsent(opening.attempt(), key -> new ArrayList<>());
        return new Opened(opening.attempt().toString(), "https://bank.example/" + opening.attempt());
    }

    /** The person pays on the gateway's page. */
    public synchronized Fact pays(UUID attempt, Money amount) {
        var fact = new Fact(Movement.CAPTURED, amount, "ch-" + attempt, attempt.toString(), attempt, Instant.parse("2026-11-01T10:00:00Z"), null, true);
        known.get(attempt).add(fact);
        return fact;
    }

    /** The bank keeps it for us, and nothing is taken yet. */
    public synchronized Fact keeps(UUID attempt, Money amount) {
        var fact = new Fact(Movement.AUTHORIZED, amount, "au-" + attempt, attempt.toString(), attempt, Instant.parse("2026-11-01T10:00:00Z"), null, true);
        known.get(attempt).add(fact);
        return fact;
    }

    private synchronized Fact kept(String gatewayPayment) {
        return known.getOrDefault(UUID.fromString(gatewayPayment), List.of()).stream().filter(fact -> fact.kind() == Movement.AUTHORIZED).findFirst().orElse(null);
    }

    /** What was taken of what is kept, in all. */
    public synchronized Money taken(UUID attempt, String currency) {
        return known.get(attempt).stream().filter(fact -> fact.kind() == Movement.CAPTURED).map(Fact::amount).reduce(Money.zero(currency), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private void letGo(Fact kept) {
        var rest = kept.amount().minus(taken(kept.attempt(), kept.amount().currency()));
        if (!rest.isZero()) {
            known.get(kept.attempt()).add(Fact.inAll(Movement.VOIDED, rest, kept.gatewayPayment(), kept.attempt(), kept.at()));
        }
    }

    public synchronized Fact declines(UUID attempt, Money amount) {
        var fact = new Fact(Movement.FAILED, amount, "no-" + attempt, attempt.toString(), attempt, Instant.parse("2026-11-01T09:59:00Z"), "declined", true);
        known.get(attempt).add(fact);
        return fact;
    }

    @Override
    public synchronized List<Fact> look(UUID attempt, String gatewayPayment) {
        answer();
        return List.copyOf(known.getOrDefault(UUID.fromString(gatewayPayment), List.of()));
    }

    @Override
    public synchronized List<Fact> capture(UUID attempt, String gatewayPayment, Money inAll, boolean last) {
        var kept = kept(gatewayPayment);
        if (kept != null && !down) {
            known.get(kept.attempt()).add(Fact.inAll(Movement.CAPTURED, inAll, gatewayPayment, kept.attempt(), kept.at()));
            if (last) {
                letGo(kept);
            }
        }
        return look(attempt, gatewayPayment);
    }

    @Override
    public synchronized List<Fact> cancel(UUID attempt, String gatewayPayment) {
        var kept = kept(gatewayPayment);
        if (kept != null && !down) {
            letGo(kept);
        }
        return look(attempt, gatewayPayment);
    }

    @Override
    public synchronized List<Fact> refund(UUID attempt, String gatewayPayment, Money amount) {
        if (down) {
            answer();
        }
        var fact = refunds.computeIfAbsent(attempt, key -> new Fact(Movement.REFUNDED, amount, "re-" + key, gatewayPayment, key, Instant.parse("2026-11-02T10:00:00Z"), null, true));
        answer();
        return List.of(fact);
    }

    public synchronized Money given(UUID charge, String currency) {
        return refunds.values().stream().filter(fact -> fact.gatewayPayment().equals(charge.toString())).map(Fact::amount).reduce(Money.zero(currency), Money::plus);
    }

    @Override
    public List<Fact> read(Map<String, String> headers, byte[] body) {
        if (!"good".equals(headers.get("stand-in-signature"))) {
            throw new BadSignature(code());
        }
        return List.copyOf(known.getOrDefault(UUID.fromString(new String(body, StandardCharsets.UTF_8)), List.of()));
    }

    /** Down before it hears, or dumb after it has done it. */
    private void answer() {
        asked++;
        if (down || dumb) {
            throw new GatewayUnreachable(code(), null);
        }
    }
}
