package app.regulars.payment;

import app.regulars.platform.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to pay that this shop offers: by card where a gateway is set up, by transfer where there is an account, on invoice unless switched off. */
@Component
public class PaymentMethods {

    public static final String INVOICE = "invoice";
    public static final String CARD = "card";
    public static final String TRANSFER = "transfer";

    private static final Set<String> PREPAID = Set.of(CARD, TRANSFER);

    private final Gateways gateways;
    private final Shop shop;

    PaymentMethods(Gateways gateways, Shop shop) {
        this.gateways = gateways;
        this.shop = shop;
    }

    /** In the order in which they are shown. */
    public List<String> offered() {
        var offered = new ArrayList<String>();
        if (isOn(INVOICE)) {
            offered.add(INVOICE);
        }
        if (gateways.current().isPresent() && isOn(CARD)) {
            offered.add(CARD);
        }
        if (!shop.get("bank-account", "").isBlank() && isOn(TRANSFER)) {
            offered.add(TRANSFER);
        }
        if (offered.isEmpty()) {
            offered.add(INVOICE);
        }
        return offered;
    }

    /** Whether the money has to be there before the goods leave. */
    public static boolean isPrepaid(String method) {
        return PREPAID.contains(method);
    }

    private boolean isOn(String method) {
        return !"no".equals(shop.get("payment-" + method, "yes"));
    }
}
