package app.regulars.customer;

import java.util.Locale;
import java.util.Optional;

/** What somebody is to us; several at a time. Named by customer.role.{code}. */
public enum PartyRole {
    CUSTOMER, SUPPLIER, PARTNER, EMPLOYEE, INVESTOR, MEDIA, ASSOCIATION, AUTHORITY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PartyRole> of(String code) {
        for (var role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
