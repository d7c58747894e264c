package app.regulars.invoicing;

import app.regulars.platform.money.Money;
import java.time.LocalDate;

/** A paper in a list. @param credits the number of the invoice that it takes back, or null @param dueOn the last day to pay, or null */
public record InvoiceRow(String number, boolean credit, String credits, String order, LocalDate issuedOn, LocalDate dueOn, String buyer, Money net, Money tax, Money total) {

    @Override
    public String toString() {
        return number;
    }
}
