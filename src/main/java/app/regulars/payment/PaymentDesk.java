package app.regulars.payment;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to money: what moved for an order, giving back, and what does not match. */
@Service
@RolesAllowed(Permissions.PAYMENTS_SEE)
@Transactional
public class PaymentDesk {

    private static final int LONGEST_REASON = 500;

    private final PaymentRepository payments;
    private final PaymentAttemptRepository attempts;
    private final PaymentBook book;
    private final PaymentProblems problems;
    private final Refunds refunds;
    private final Holds holds;
    private final CardPaying cards;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;

    PaymentDesk(PaymentRepository payments, PaymentAttemptRepository attempts, PaymentBook book, PaymentProblems problems, Refunds refunds, Holds holds, CardPaying cards, AuditTrail audit,
                JdbcTemplate jdbc, Shop shop, Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.book = book;
        this.problems = problems;
        this.refunds = refunds;
        this.holds = holds;
        this.cards = cards;
        this.audit = audit;
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /** Empty where nothing was ever to be paid. */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    @Transactional(readOnly = true)
    public Optional<PaymentFile> of(UUID reference) {
        return payments.findByReference(reference).map(payment -> {
            var stand = payment.stand();
            var available = refunds.available(payment);
            var waiting = attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN).stream()
                    .anyMatch(attempt -> attempt.kind() == PaymentAttempt.Kind.PAY && attempt.gatewayPayment() != null);
            return new PaymentFile(stand, payment.entries().stream().map(entry -> new PaymentFile.Line(entry.kind(), payment.money(entry.entryAmount()), entry.gateway(),
                    entry.problem(), entry.happenedAt(), entry.staffId(), entry.reason())).toList(), available, stand.refundable().minus(available), holds.available(payment), waiting, seen(payment));
        });
    }

    /** What does not match, the oldest first of each kind. */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    @Transactional(readOnly = true)
    public List<PaymentProblem> problems() {
        return problems.list(clock.instant().atZone(shop.zone()).toLocalDate());
    }

    /** Gives back by the way it came. @param typed as people write amounts: "12.50" or "12,50" @param seen of the {@link PaymentFile} @throws Refused beside "amount" or "reason" */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public void refund(UUID reference, String typed, String reason, String seen, StaffId by) {
        var payment = locked(reference, seen);
        if (reason == null || reason.isBlank()) {
            throw new Refused("payment.refused.reason", "reason", Map.of());
        }
        var amount = amount(typed, payment.stand().amount().currency());
        var before = payment.fields();
        refunds.give(payment, amount, by, reason);
        AfterCommit.run(refunds::wake);
        audit.changed(by, "payment.refunded", "payment", payment.reference(), Change.of(payment.label()).from(before).to(Change.fields("amount", amount.toString())).because(reason));
        book.tell(payment);
    }

    /** Money came in by hand: cash, a cheque, a transfer that no statement brought. */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public void receive(UUID reference, String typed, String reason, String seen, StaffId by) {
        var payment = locked(reference, seen);
        var amount = amount(typed, payment.stand().amount().currency());
        var open = payment.stand().open();
        if (!open.isAtLeast(amount)) {
            throw new Refused("payment.refused.more-than-open", "amount", Map.of("open", open));
        }
        var why = bounded(reason);
        var before = payment.fields();
        book.record(payment, "hand", new Fact(Movement.CAPTURED, amount, "hand:" + app.regulars.platform.id.Ids.next(), null, null, clock.instant(), null, true), by, why);
        audit.changed(by, "payment.received", "payment", payment.reference(), Change.of(payment.label()).from(before).to(payment.fields()).because(why));
    }

    /** Takes of what a bank keeps, before or beside what follows the shipments. @throws Refused beside "amount" */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public void take(UUID reference, String typed, String seen, StaffId by) {
        var payment = locked(reference, seen);
        var amount = amount(typed, payment.stand().amount().currency());
        holds.take(payment, amount, by, null);
        AfterCommit.run(refunds::wake);
        audit.changed(by, "payment.taken", "payment", payment.reference(), Change.of(payment.label()).from(payment.fields()).to(Change.fields("amount", amount.toString())));
        book.tell(payment);
    }

    /** Lets go of what a bank keeps; the order is then to be paid in another way. @throws Refused beside "reason" */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public void letGo(UUID reference, String reason, StaffId by) {
        var payment = locked(reference);
        var why = bounded(reason);
        if (why == null) {
            throw new Refused("payment.refused.reason", "reason", Map.of());
        }
        if (holds.letGo(payment, by, why)) {
            AfterCommit.run(refunds::wake);
            audit.changed(by, "payment.let-go", "payment", payment.reference(), Change.of(payment.label()).from(payment.fields()).because(why));
            book.tell(payment);
        }
    }

    /** Asks the gateway now. @return false when it did not answer */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean look(UUID reference, StaffId by) {
        var answered = cards.look(reference);
        refunds.send(java.time.Duration.ZERO);
        audit.record(by, "payment.asked", "payment", reference, null);
        return answered;
    }

    /** Somebody has found out what that money was for. @throws Refused beside "reason" */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public void settle(UUID stray, String reason, StaffId by) {
        var why = bounded(reason);
        if (why == null) {
            throw new Refused("payment.refused.reason", "reason", Map.of());
        }
        if (jdbc.update("update payment_stray set settled_at = ?, staff_id = ?, reason = ?, version = version + 1 where id = ? and settled_at is null", Columns.utc(clock.instant()),
                Columns.bytes(by.value()), why, Columns.bytes(stray)) == 1) {
            audit.changed(by, "payment.settled", "payment", stray, Change.of("").because(why));
            Live.changed("payments");
        }
    }

    private Payment locked(UUID reference) {
        return payments.lockByReference(reference).orElseThrow(NotFound::new);
    }

    /** Two who act at once, and one who clicks twice, act once on what they saw. */
    private Payment locked(UUID reference, String seen) {
        var payment = locked(reference);
        if (!seen(payment).equals(seen)) {
            throw new Refused("payment.refused.seen", "amount", Map.of());
        }
        return payment;
    }

    private String seen(Payment payment) {
        var stand = payment.stand();
        return Stream.of(stand.captured(), stand.refunded(), stand.held(), refunds.available(payment), holds.available(payment))
                .map(money -> money.amount().stripTrailingZeros().toPlainString()).collect(Collectors.joining("_"));
    }

    static Money amount(String typed, String currency) {
        var text = typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f$]", "").replace(',', '.');
        if (!text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw new Refused("payment.refused.amount", "amount", Map.of());
        }
        return Money.of(new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY), currency);
    }

    private static String bounded(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_REASON) {
            throw new Refused("payment.refused.reason-long", "reason", Map.of("most", LONGEST_REASON));
        }
        return text.strip();
    }
}
