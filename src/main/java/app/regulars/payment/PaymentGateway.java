package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who takes money from cards for us, on pages of its own: no card number ever comes near the shop. Asked outside any
 * transaction, and always with a key: the same key again is the same deed, answered again. What it says is only ever a list of
 * {@link Fact}s, whether it is asked or calls by itself.
 */
public interface PaymentGateway {

    /** A stable code, part of the address of its webhook. */
    String code();

    /** A page on which somebody is to pay. @param back where the browser goes afterwards, whatever came of it @param captured whether the money is taken at once, and not only kept */
    record Opening(UUID attempt, Money amount, String label, String back, Locale locale, boolean captured) {
    }

    /** @param gatewayPayment its own name of the payment @param page the address to send the browser to */
    record Opened(String gatewayPayment, String page) {
    }

    /** @throws GatewayUnreachable if nobody knows whether it was heard */
    Opened open(Opening opening);

    /** Everything it knows of the payment. @throws GatewayUnreachable if it does not answer */
    List<Fact> look(UUID attempt, String gatewayPayment);

    /**
     * Takes of what it keeps until so much is taken in all; what is taken already is not taken again. A gateway that can take only once
     * takes everything that it keeps.
     *
     * @param last whether the rest is let go
     * @throws GatewayUnreachable if nobody knows whether it was done
     */
    List<Fact> capture(UUID attempt, String gatewayPayment, Money inAll, boolean last);

    /** Lets go of what it keeps and was not taken; a page that waits is closed. @throws GatewayUnreachable if nobody knows whether it was done */
    List<Fact> cancel(UUID attempt, String gatewayPayment);

    /** Gives back. @throws GatewayUnreachable if nobody knows whether it was done */
    List<Fact> refund(UUID attempt, String gatewayPayment, Money amount);

    /**
     * What a call of the gateway says.
     *
     * @param headers by lower-case name
     * @throws BadSignature if it is not the gateway who calls, or its words were changed or are old
     */
    List<Fact> read(Map<String, String> headers, byte[] body);

    /** It did not answer in time, or not as agreed: what was asked may or may not have been done. */
    class GatewayUnreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public GatewayUnreachable(String gateway, Throwable cause) {
            super(gateway + " did not answer", cause);
        }
    }

    /** Not signed by the gateway. */
    class BadSignature extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public BadSignature(String gateway) {
            super("not signed by " + gateway);
        }
    }
}
