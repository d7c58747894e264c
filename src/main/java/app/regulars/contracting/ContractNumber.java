package app.regulars.contracting;

import java.io.Serializable;
import java.util.Locale;

/** The number people use, such as "CT-1007": stands in addresses and mails, upper case. */
public record ContractNumber(String value) implements Serializable {

    public ContractNumber {
        value = value.trim().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
