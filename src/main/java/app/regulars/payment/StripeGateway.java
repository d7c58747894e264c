package app.regulars.payment;

import app.regulars.platform.money.Money;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stripe, by its own client: people pay on Stripe's page, and no card number comes near the shop. A call of Stripe only says where to look;
 * what happened is read where it stands, so that old calls and calls in any order say the same.
 */
@Component
@Order(10)
@ConditionalOnProperty("regulars.payment.stripe.secret-key")
@ConditionalOnBooleanProperty(name = "regulars.demo", havingValue = false, matchIfMissing = true)
class StripeGateway implements PaymentGateway {

    static final String CODE = "stripe";

    private static final String ATTEMPT = "attempt";
    private static final String SESSION = "cs_";
    private static final String SIGNATURE = "stripe-signature";

    private final StripeClient stripe;
    private final StripeSettings settings;

    StripeGateway(StripeSettings settings) {
        this.settings = settings;
        this.stripe = settings.client();
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Opened open(Opening opening) {
        var intent = SessionCreateParams.PaymentIntentData.builder().putMetadata(ATTEMPT, opening.attempt().toString()).setDescription(opening.label())
                .setCaptureMethod(opening.captured() ? SessionCreateParams.PaymentIntentData.CaptureMethod.AUTOMATIC : SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                .build();
        var goods = SessionCreateParams.LineItem.builder().setQuantity(1L).setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency(opening.amount().currency().toLowerCase(Locale.ROOT)).setUnitAmount(StripeFacts.minor(opening.amount()))
                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder().setName(opening.label().isBlank() ? settings.what() : opening.label()).build())
                .build()).build();
        var card = SessionCreateParams.PaymentMethodOptions.Card.builder()
                .setRequestMulticapture(SessionCreateParams.PaymentMethodOptions.Card.RequestMulticapture.IF_AVAILABLE).build();
        var wanted = SessionCreateParams.builder().setMode(SessionCreateParams.Mode.PAYMENT).addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD).addLineItem(goods)
                .setClientReferenceId(opening.attempt().toString()).putMetadata(ATTEMPT, opening.attempt().toString()).setPaymentIntentData(intent)
                .setSuccessUrl(opening.back()).setCancelUrl(opening.back())
                .setLocale("fr".equals(opening.locale().getLanguage()) ? SessionCreateParams.Locale.FR_CA : SessionCreateParams.Locale.EN);
        if (!opening.captured()) {
            wanted.setPaymentMethodOptions(SessionCreateParams.PaymentMethodOptions.builder().setCard(card).build());
        }
        var session = asked(() -> stripe.v1().checkout().sessions().create(wanted.build(), key(opening.attempt())));
        return new Opened(session.getId(), session.getUrl());
    }

    @Override
    public List<Fact> look(UUID attempt, String gatewayPayment) {
        if (!gatewayPayment.startsWith(SESSION)) {
            return facts(intent(gatewayPayment));
        }
        var session = session(gatewayPayment);
        var facts = new ArrayList<Fact>();
        if (session.getPaymentIntent() != null) {
            facts.addAll(facts(intent(session.getPaymentIntent())));
        }
        if ("expired".equals(session.getStatus())) {
            facts.addAll(StripeFacts.closed(session));
        }
        return facts;
    }

    @Override
    public List<Fact> capture(UUID attempt, String gatewayPayment, Money inAll, boolean last) {
        var now = intent(gatewayPayment);
        var wanted = StripeFacts.minor(inAll) - StripeFacts.taken(now);
        if (!"requires_capture".equals(now.getStatus()) || wanted <= 0 && !last) {
            return facts(now);
        }
        if (wanted <= 0) {
            return cancel(attempt, gatewayPayment);
        }
        var params = PaymentIntentCaptureParams.builder();
        if (last || StripeFacts.capturesOften(now)) {
            params.setAmountToCapture(Math.min(wanted, now.getAmountCapturable()));
            if (StripeFacts.capturesOften(now)) {
                params.setFinalCapture(last);
            }
        }
        try {
            return facts(asked(() -> stripe.v1().paymentIntents().capture(gatewayPayment, params.build(), key(attempt))));
        } catch (Unwilling no) {
            return StripeFacts.refused(facts(intent(gatewayPayment)), attempt, gatewayPayment, inAll, no.reason());
        }
    }

    @Override
    public List<Fact> cancel(UUID attempt, String gatewayPayment) {
        try {
            if (gatewayPayment.startsWith(SESSION)) {
                var session = session(gatewayPayment);
                if ("open".equals(session.getStatus())) {
                    asked(() -> stripe.v1().checkout().sessions().expire(gatewayPayment));
                }
                return look(attempt, gatewayPayment);
            }
            var now = intent(gatewayPayment);
            if (!"canceled".equals(now.getStatus()) && !"succeeded".equals(now.getStatus())) {
                asked(() -> stripe.v1().paymentIntents().cancel(gatewayPayment, key(attempt)));
            }
        } catch (Unwilling changedMeanwhile) {
            // where it stands now says why
        }
        return look(attempt, gatewayPayment);
    }

    /** Stripe knows keys for a day only; a refund that takes longer, or whose answer was lost for longer, is found by the name of our try on it. */
    @Override
    public List<Fact> refund(UUID attempt, String gatewayPayment, Money amount) {
        var before = refunds(gatewayPayment);
        if (before.stream().anyMatch(refund -> StripeFacts.isOf(refund, attempt))) {
            return StripeFacts.of(intent(gatewayPayment), before);
        }
        try {
            asked(() -> stripe.v1().refunds().create(RefundCreateParams.builder().setPaymentIntent(gatewayPayment).setAmount(StripeFacts.minor(amount))
                    .putMetadata(ATTEMPT, attempt.toString()).build(), key(attempt)));
        } catch (Unwilling no) {
            return StripeFacts.refused(facts(intent(gatewayPayment)), attempt, gatewayPayment, amount, no.reason());
        }
        return facts(intent(gatewayPayment));
    }

    @Override
    public List<Fact> read(Map<String, String> headers, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        try {
            Webhook.Signature.verifyHeader(text, headers.getOrDefault(SIGNATURE, ""), settings.webhookSecret(), Webhook.DEFAULT_TOLERANCE);
        } catch (SignatureVerificationException stranger) {
            throw new BadSignature(CODE);
        }
        return StripeFacts.subject(text).map(subject -> look(null, subject)).orElse(List.of());
    }

    private List<Fact> facts(PaymentIntent intent) {
        return StripeFacts.of(intent, refunds(intent.getId()));
    }

    private List<com.stripe.model.Refund> refunds(String intent) {
        return asked(() -> stripe.v1().refunds().list(com.stripe.param.RefundListParams.builder().setPaymentIntent(intent).setLimit(100L).build())).getData();
    }

    private PaymentIntent intent(String id) {
        return asked(() -> stripe.v1().paymentIntents().retrieve(id, PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build()));
    }

    private Session session(String id) {
        return asked(() -> stripe.v1().checkout().sessions().retrieve(id, SessionRetrieveParams.builder().build()));
    }

    private static RequestOptions key(UUID attempt) {
        return RequestOptions.builder().setIdempotencyKey(attempt.toString()).build();
    }

    private interface Question<T> {
        T ask() throws StripeException;
    }

    /** It was heard, and it is not done. */
    private static final class Unwilling extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Unwilling(StripeException refused) {
            super(refused);
            reason = refused.getCode();
        }

        String reason() {
            return reason;
        }
    }

    /** What is not known to be refused counts as not answered: it is asked again, and nothing is given up. */
    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (ApiConnectionException | ApiException | RateLimitException | IdempotencyException | AuthenticationException unclear) {
            throw new GatewayUnreachable(CODE, unclear);
        } catch (StripeException refused) {
            if (refused.getStatusCode() == null || refused.getStatusCode() >= 500 || refused.getStatusCode() == 409 || refused.getStatusCode() == 429) {
                throw new GatewayUnreachable(CODE, refused);
            }
            throw new Unwilling(refused);
        }
    }
}
