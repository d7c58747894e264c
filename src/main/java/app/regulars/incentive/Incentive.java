package app.regulars.incentive;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;

/**
 * What is offered to those who register.
 *
 * @param on    whether it is offered now
 * @param worth what the voucher takes off an order
 * @param text  what stands beside the form of registration
 */
public record Incentive(boolean on, Money worth, Localized text) {
}
