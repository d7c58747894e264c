package app.regulars.quoting;

import java.io.Serializable;
import java.util.Locale;

/** The number people use, such as "Q-1007": stands in addresses, mails and on paper, upper case. */
public record QuoteNumber(String value) implements Serializable {

    public QuoteNumber {
        value = value.trim().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
