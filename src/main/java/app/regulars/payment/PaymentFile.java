package app.regulars.payment;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * A payment as staff see it: how it stands, and every movement.
 *
 * @param refundable what can be given back now, without what is on its way
 * @param going      what is on its way back and not confirmed yet
 * @param takeable   what is kept and can be taken now, without what is on its way to us
 * @param waiting    a try of which nobody knows yet what came of it
 * @param seen       what whoever acts on it sends back: another one means that money moved meanwhile
 */
public record PaymentFile(PaymentStand stand, List<Line> lines, Money refundable, Money going, Money takeable, boolean waiting, String seen) {

    /** @param gateway its code, "hand" or "bank" @param staff who did it, or null */
    public record Line(Movement kind, Money amount, String gateway, String problem, Instant at, StaffId staff, String reason) {
    }
}
