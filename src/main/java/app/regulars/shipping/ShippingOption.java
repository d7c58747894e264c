package app.regulars.shipping;

import app.regulars.platform.money.Money;
import java.time.LocalDate;

/**
 * A way to send something, with its price and the day we promise.
 *
 * @param code    "van", "standard", "express", "pickup" or one of the shop's own; named by the text shipping.option.{code}, in the shop's words
 * @param carrier who carries it, or null when it is picked up
 */
public record ShippingOption(String code, Money price, LocalDate promised, String carrier) {
}
