package app.regulars.shipping;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.money.Money;
import com.easypost.exception.API.ForbiddenError;
import com.easypost.exception.API.InvalidRequestError;
import com.easypost.exception.API.NotFoundError;
import com.easypost.exception.API.PaymentError;
import com.easypost.exception.API.UnauthorizedError;
import com.easypost.exception.EasyPostException;
import com.easypost.exception.General.MissingParameterError;
import com.easypost.model.Rate;
import com.easypost.model.Shipment;
import com.easypost.service.EasyPostClient;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Labels of many carriers by EasyPost, where {@code regulars.easypost.key} is set. */
@Component
class EasyPostLabels implements LabelService {

    private static final BigDecimal GRAMS_AN_OUNCE = new BigDecimal("28.349523125");
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;
    /** Their words for the carriers that we know. */
    private static final Map<String, String> CARRIERS = Map.of(Carriers.POST, "CanadaPost", Carriers.EXPRESS, "Purolator", "UPS", "UPS", "FedEx", "FedEx", "DHL", "DHLExpress");

    private final EasyPostClient client;

    EasyPostLabels(@Value("${regulars.easypost.key:}") String key, @Value("${regulars.easypost.url:https://api.easypost.com}") String url) throws MissingParameterError {
        this.client = key.isBlank() ? null : new EasyPostClient(key, CONNECT_MILLIS, READ_MILLIS, url);
    }

    @Override
    public boolean isOn() {
        return client != null;
    }

    @Override
    public String announce(Wanted wanted) throws LabelTrouble {
        var ounces = BigDecimal.valueOf(Math.max(1, wanted.grams())).divide(GRAMS_AN_OUNCE, MathContext.DECIMAL32);
        var shipment = new HashMap<String, Object>(Map.of("reference", wanted.reference(), "from_address", address(wanted.from(), wanted.fromPhone()),
                "to_address", address(wanted.to().address(), wanted.to().phone()), "parcel", Map.of("weight", ounces)));
        try {
            return client.shipment.create(shipment).getId();
        } catch (EasyPostException e) {
            throw trouble(e);
        }
    }

    @Override
    public Label buy(String theirs, String carrier) throws LabelTrouble {
        try {
            var shipment = client.shipment.retrieve(theirs);
            if (shipment.getPostageLabel() == null) {
                var name = CARRIERS.getOrDefault(carrier, carrier);
                var rate = shipment.getRates() == null ? null : shipment.getRates().stream().filter(each -> name.equalsIgnoreCase(each.getCarrier()))
                        .min(Comparator.comparing(each -> BigDecimal.valueOf(each.getRate()))).orElse(null);
                if (rate == null) {
                    throw new LabelTrouble("no-rate", false);
                }
                shipment = client.shipment.buy(theirs, rate);
            }
            return label(shipment);
        } catch (EasyPostException e) {
            throw trouble(e);
        }
    }

    @Override
    public void giveBack(String theirs) throws LabelTrouble {
        try {
            var shipment = client.shipment.retrieve(theirs);
            if (shipment.getPostageLabel() != null && (shipment.getRefundStatus() == null || shipment.getRefundStatus().isBlank())) {
                shipment = client.shipment.refund(theirs);
            }
            if ("rejected".equals(shipment.getRefundStatus())) {
                throw new LabelTrouble("kept", false);
            }
        } catch (EasyPostException e) {
            throw trouble(e);
        }
    }

    private static Label label(Shipment bought) throws LabelTrouble {
        var label = bought.getPostageLabel();
        if (label == null || label.getLabelUrl() == null || bought.getTrackingCode() == null) {
            throw new LabelTrouble("no-answer", true);
        }
        Rate rate = bought.getSelectedRate();
        // the address is opened by staff: nothing but a page of the web
        var url = label.getLabelUrl().startsWith("https://") ? label.getLabelUrl() : null;
        return new Label(bought.getTrackingCode(), url, rate == null || rate.getRate() == null || rate.getCurrency() == null ? null
                : Money.of(BigDecimal.valueOf(rate.getRate()), rate.getCurrency()));
    }

    private static Map<String, Object> address(PostalAddress address, String phone) {
        var values = new HashMap<String, Object>();
        values.put("name", address.recipient());
        values.put("street1", address.line1());
        values.put("street2", address.line2());
        values.put("city", address.city());
        values.put("state", address.province());
        values.put("zip", address.postalCode());
        values.put("country", address.country());
        values.put("phone", phone);
        values.values().removeIf(value -> value == null);
        return values;
    }

    /** What they say stays out of our log and pages where it could repeat the address. */
    private static LabelTrouble trouble(EasyPostException e) {
        return switch (e) {
            case UnauthorizedError key -> new LabelTrouble("key", false);
            case ForbiddenError key -> new LabelTrouble("key", false);
            case PaymentError money -> new LabelTrouble("account", false);
            case InvalidRequestError wrong -> new LabelTrouble("refused", false);
            case NotFoundError gone -> new LabelTrouble("refused", false);
            default -> new LabelTrouble("no-answer", true);
        };
    }
}
