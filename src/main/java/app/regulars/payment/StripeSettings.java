package app.regulars.payment;

import com.stripe.StripeClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How Stripe is reached; without a secret key it is not there. Names under {@code regulars.payment.stripe}.
 */
@Component
class StripeSettings {

    private final String secretKey;
    private final String webhookSecret;
    private final String address;
    private final Duration patience;
    private final String what;

    /** @param address of its API, empty for Stripe itself @param what stands on its page where an order has no number */
    StripeSettings(@Value("${regulars.payment.stripe.secret-key:}") String secretKey, @Value("${regulars.payment.stripe.webhook-secret:}") String webhookSecret,
                   @Value("${regulars.payment.stripe.address:}") String address, @Value("${regulars.payment.stripe.patience:PT15S}") Duration patience,
                   @Value("${spring.application.name:Regulars}") String what) {
        this.secretKey = secretKey;
        this.webhookSecret = webhookSecret;
        this.address = address;
        this.patience = patience;
        this.what = what;
    }

    StripeClient client() {
        var builder = StripeClient.builder().setApiKey(secretKey).setConnectTimeout((int) patience.toMillis()).setReadTimeout((int) patience.toMillis()).setMaxNetworkRetries(0);
        if (!address.isBlank()) {
            builder.setApiBase(address);
        }
        return builder.build();
    }

    String webhookSecret() {
        return webhookSecret;
    }

    String what() {
        return what;
    }

    @Override
    public String toString() {
        return "settings of Stripe";
    }
}
