package app.regulars.shipping.ui.staff;

import app.regulars.platform.i18n.Localized;
import app.regulars.shipping.DeliveryOption;

/** A way of delivery in the list. @param link opens its form */
public record DeliveryLine(DeliveryOption option, Localized name, String link) {
}
