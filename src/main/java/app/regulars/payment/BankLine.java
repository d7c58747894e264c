package app.regulars.payment;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that came in by a bank statement.
 *
 * @param state    "open", "booked" or "aside"
 * @param booked   for which numbers it was booked, or why it was set aside; null while it is open
 * @param proposal what it seems to be for; null when it is not open any more
 */
public record BankLine(UUID id, LocalDate on, Money amount, String payer, String words, String reference, String state, String booked, Instant changedAt, StaffId by,
                       BankProposal proposal) {

    @Override
    public String toString() {
        return "line of a statement, " + on;
    }
}
