package app.regulars.customer;

import app.regulars.platform.i18n.Localized;

/**
 * Customers who are treated alike.
 *
 * @param code    short and lasting; files and rules name the group by it
 * @param retired it holds for nobody any more
 * @param members how many customers are in it
 */
public record CustomerGroup(GroupId id, String code, Localized name, boolean retired, long members) {
}
