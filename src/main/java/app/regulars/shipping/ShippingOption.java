package app.regulars.shipping;

import app.regulars.platform.money.Money;
import java.time.LocalDate;

/**
 * A way to send something, with its price and the day we promise.
 *
 * @param code    "van", "standard", "express" or "pickup"; named by the text shipping.option.{code}
 * @param carrier who carries it, or null when it is picked up
 */
public record ShippingOption(String code, Money price, LocalDate promised, String carrier) {
}
