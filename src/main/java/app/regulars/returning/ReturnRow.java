package app.regulars.returning;

import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** A return or complaint in a list. */
public record ReturnRow(ReturnNumber number, ReturnKind kind, ReturnStatus status, OrderNumber order, CustomerId customer, Localized name, Localized options, String art,
                        String backdrop, int quantity, Localized reason, Instant openedAt) {
}
