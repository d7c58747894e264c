package app.regulars.payment;

import app.regulars.platform.money.Money;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says in our words how things stand at Stripe. */
final class StripeFacts {

    private static final String ATTEMPT = "attempt";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> PROBLEMS = Map.of("insufficient_funds", "insufficient", "expired_card", "expired");

    private StripeFacts() {
    }

    /** In the currency's smallest unit. */
    static long minor(Money amount) {
        return amount.amount().movePointRight(decimals(amount.currency())).longValueExact();
    }

    private static Money money(long minor, String currency) {
        var code = currency.toUpperCase(Locale.ROOT);
        return Money.of(BigDecimal.valueOf(minor, decimals(code)), code);
    }

    private static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits());
    }

    static long taken(PaymentIntent intent) {
        return intent.getAmountReceived() == null ? 0 : intent.getAmountReceived();
    }

    /** Whether this card's bank lets us take what it keeps in several steps. */
    static boolean capturesOften(PaymentIntent intent) {
        return card(intent).map(Charge.PaymentMethodDetails.Card::getMulticapture).map(may -> "available".equals(may.getStatus())).orElse(false);
    }

    private static Optional<Charge.PaymentMethodDetails.Card> card(PaymentIntent intent) {
        return Optional.ofNullable(intent.getLatestChargeObject()).map(Charge::getPaymentMethodDetails).map(Charge.PaymentMethodDetails::getCard);
    }

    static List<Fact> of(PaymentIntent intent, List<Refund> refunds) {
        var facts = new ArrayList<Fact>();
        var attempt = attempt(intent.getMetadata());
        var id = intent.getId();
        var whole = money(intent.getAmount(), intent.getCurrency());
        var taken = money(taken(intent), intent.getCurrency());
        var charge = intent.getLatestChargeObject();
        var at = charge == null ? Instant.ofEpochSecond(intent.getCreated()) : Instant.ofEpochSecond(charge.getCreated());
        var kept = "manual".equals(intent.getCaptureMethod());
        var charged = charge != null && "succeeded".equals(charge.getStatus());
        if (kept && charged) {
            var until = card(intent).map(Charge.PaymentMethodDetails.Card::getCaptureBefore).map(Instant::ofEpochSecond).orElse(null);
            facts.add(new Fact(Movement.AUTHORIZED, whole, id, id, attempt, at, null, true).keptUntil(until));
        }
        if (!taken.isZero()) {
            facts.add(Fact.inAll(Movement.CAPTURED, taken, id, attempt, at));
        }
        if (kept && charged && ("canceled".equals(intent.getStatus()) || "succeeded".equals(intent.getStatus())) && !taken.equals(whole)) {
            facts.add(Fact.inAll(Movement.VOIDED, whole.minus(taken), id, attempt, at));
        }
        if ("requires_payment_method".equals(intent.getStatus()) && intent.getLastPaymentError() != null) {
            var error = intent.getLastPaymentError();
            // another card may still be tried on the same page
            facts.add(new Fact(Movement.FAILED, whole, error.getCharge() == null ? id + ":" + error.getCode() : error.getCharge(), id, attempt, at,
                    problem(error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode()), false));
        } else if ("canceled".equals(intent.getStatus()) && !charged) {
            facts.add(new Fact(Movement.FAILED, whole, id + ":canceled", id, attempt, at, "closed", true));
        }
        refunds.forEach(refund -> facts.addAll(of(refund, id, attempt)));
        return facts;
    }

    static boolean isOf(Refund refund, UUID attempt) {
        return attempt.equals(attempt(refund.getMetadata()));
    }

    private static List<Fact> of(Refund refund, String intent, UUID paid) {
        var own = attempt(refund.getMetadata());
        var attempt = own == null ? paid : own;
        var amount = money(refund.getAmount(), refund.getCurrency());
        var at = Instant.ofEpochSecond(refund.getCreated());
        return switch (refund.getStatus()) {
            case "succeeded" -> List.of(new Fact(Movement.REFUNDED, amount, refund.getId(), intent, attempt, at, null, true));
            case "failed", "canceled" -> List.of(new Fact(Movement.FAILED, amount, refund.getId(), intent, attempt, at, "refund", own != null));
            default -> List.of();
        };
    }

    static List<Fact> closed(Session session) {
        return List.of(new Fact(Movement.FAILED, money(session.getAmountTotal(), session.getCurrency()), session.getId(), session.getId(), attempt(session.getMetadata()),
                Instant.ofEpochSecond(session.getCreated()), "closed", true));
    }

    /** What stands there now, and that what was asked is not done. */
    static List<Fact> refused(List<Fact> now, UUID attempt, String gatewayPayment, Money amount, String reason) {
        var facts = new ArrayList<>(now);
        var at = now.stream().map(Fact::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        facts.add(new Fact(Movement.FAILED, amount, "refused:" + attempt, gatewayPayment, attempt, at, problem(reason), true));
        return facts;
    }

    private static String problem(String code) {
        return code == null ? "declined" : PROBLEMS.getOrDefault(code, "declined");
    }

    private static UUID attempt(Map<String, String> metadata) {
        try {
            return metadata == null || metadata.get(ATTEMPT) == null ? null : UUID.fromString(metadata.get(ATTEMPT));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** The payment or page that a call is about; empty where it is about nothing of ours. */
    static Optional<String> subject(String event) {
        try {
            var object = JSON.readTree(event).path("data").path("object");
            var id = object.path("id").asString("");
            var intent = object.path("payment_intent").asString("");
            return id.startsWith("cs_") || id.startsWith("pi_") ? Optional.of(id) : intent.startsWith("pi_") ? Optional.of(intent) : Optional.empty();
        } catch (JacksonException notAnEvent) {
            return Optional.empty();
        }
    }
}
