package app.regulars.returning;

import java.io.Serializable;
import java.util.Locale;

/** The number people use, such as "RT-1007": stands in addresses, mails and on the slip, upper case. */
public record ReturnNumber(String value) implements Serializable {

    public ReturnNumber {
        value = value.trim().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
