package app.regulars.customer;

import app.regulars.platform.i18n.Localized;

/**
 * Customers who are treated alike.
 *
 * @param code       short and lasting; files and rules name the group by it
 * @param retired    it holds for nobody any more
 * @param conditions who is in it by what we know of them, at every moment anew; null for a group that staff fill by hand
 * @param members    how many customers are in it
 */
public record CustomerGroup(GroupId id, String code, Localized name, boolean retired, CustomerFilter conditions, long members) {

    /** Whether nobody has to be put into it: a segment. */
    public boolean fillsItself() {
        return conditions != null;
    }
}
