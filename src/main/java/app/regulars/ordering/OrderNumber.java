package app.regulars.ordering;

import java.io.Serializable;

/** The number people use, such as "HL-20418": stands in addresses and mails, upper case. */
public record OrderNumber(String value) implements Serializable {

    public OrderNumber {
        value = value.trim().toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
