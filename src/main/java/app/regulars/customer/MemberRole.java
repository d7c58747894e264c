package app.regulars.customer;

import java.util.Locale;

/** What a person may do for a company; its name is the text customer.member.{code}. */
public enum MemberRole {
    /** Everything, and who else may. */
    ADMINISTRATOR,
    /** Orders, and answers for what others order. */
    APPROVER,
    BUYER,
    /** Sees orders and invoices, orders nothing. */
    VIEWER;

    public boolean mayOrder() {
        return this != VIEWER;
    }

    /** Whether she answers for what others order. */
    public boolean mayApprove() {
        return this == ADMINISTRATOR || this == APPROVER;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return null for anything else */
    static MemberRole of(String code) {
        for (var role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        return null;
    }
}
