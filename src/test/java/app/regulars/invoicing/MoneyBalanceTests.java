package app.regulars.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.Earned;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderKind;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderStatus;
import app.regulars.ordering.OrderSummary;
import app.regulars.ordering.TestLine;
import app.regulars.payment.TestLedger;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.RandomCarts;
import app.regulars.returning.TestShares;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 100,000 orders from the cart to the last refund: random goods, promotions, vouchers, credits and taxes, kept, paid before or on invoice, sent in parts,
 * called off in parts, paid in parts, given back in parts. After every step what was sold, invoiced, credited, paid and given back agree to the cent.
 */
class MoneyBalanceTests {

    private static final int ORDERS = 100_000;
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Money NONE = Money.zero("CAD");

    @Test
    void balancesAtEveryStepOfAHundredThousandOrders() {
        var random = new Random(5_20261122);
        var steps = 0L;
        var papers = 0L;
        var exact = 0L;
        var credits = 0L;
        for (var n = 0; n < ORDERS; n++) {
            var life = new Life(random, RandomCarts.next(random), n);
            life.begin();
            while (life.next()) {
                steps++;
            }
            life.end();
            exact += life.exact || life.canceled ? 1 : 0;
            credits += life.creditBack.isZero() ? 0 : 1;
            papers += life.invoices.size() + life.credits.size();
        }
        assertThat(steps).isGreaterThan(3L * ORDERS);
        assertThat(papers).isGreaterThan(ORDERS);
        assertThat(credits).isGreaterThan(ORDERS / 3);
        assertThat(exact).isGreaterThan(ORDERS * 95L / 100);
    }

    private static final class Line {

        private final PricedCart.Line sold;
        private final TestLine kept;
        private int sent;
        private int back;
        private Money creditGiven = NONE;

        Line(PricedCart.Line sold) {
            this.sold = sold;
            kept = new TestLine(sold);
        }

        void keep(int pieces) {
            kept.keep(pieces);
        }

        /** Pieces come back. @return what credits paid of them */
        Money takeBack(int pieces) {
            var share = TestShares.credit(kept.share(), creditGiven, pieces, back, kept.quantity());
            back += pieces;
            creditGiven = creditGiven.plus(share);
            return share;
        }
    }

    private static final class Life {

        private final Random random;
        private final RandomCarts.Case given;
        private final int nth;
        private final OrderSummary summary;
        private final String method;
        private final List<Line> lines = new ArrayList<>();
        private final List<Invoice> invoices = new ArrayList<>();
        private final List<Invoice> credits = new ArrayList<>();
        private Money shipping;
        private List<OrderFile.Tax> taxes;
        private Money total;
        private TestLedger ledger;
        private Money goodwill = NONE;
        private final Money byCredit;
        private Money creditBack = NONE;
        private boolean canceled;
        private boolean exact;
        private int turns;
        private int called;

        Life(Random random, RandomCarts.Case given, int nth) {
            this.random = random;
            this.given = given;
            this.nth = nth;
            this.method = List.of("card", "transfer", "invoice").get(random.nextInt(3));
            given.cart().lines().forEach(line -> lines.add(new Line(line)));
            this.byCredit = sum(given.cart().discounts().stream().filter(each -> each.source() != null).map(PricedCart.Discount::amount).toList());
            this.shipping = given.cart().shipping();
            this.taxes = given.cart().taxes().stream().map(tax -> new OrderFile.Tax(tax.code(), tax.rate(), tax.amount())).toList();
            this.total = given.cart().total();
            this.summary = new OrderSummary(OrderId.next(), new OrderNumber("HL-" + nth), CustomerId.next(), OrderStatus.PLACED, AT, total, 1);
        }

        void begin() {
            ledger = new TestLedger(total, method);
            if (!total.isZero()) {
                switch (method) {
                    case "card" -> ledger.authorize(total);
                    case "transfer" -> ledger.receive(total);
                    default -> {
                        // paid later
                    }
                }
            }
            check();
        }

        /** @return false when nothing more happens */
        boolean next() {
            if (canceled || ++turns > 8) {
                return false;
            }
            switch (random.nextInt(9)) {
                case 0, 1 -> send();
                case 2, 3, 8 -> callOff();
                case 4 -> giveBack();
                case 5 -> pay();
                case 6 -> comeBack();
                default -> takeBack();
            }
            settle();
            check();
            return true;
        }

        /** Some pieces leave. */
        private void send() {
            var before = earned().amounts().total();
            lines.forEach(line -> line.sent += random.nextInt(line.kept.quantity() - line.sent + 1));
            var earned = earned();
            assertThat(earned.amounts().total().minus(before).isNegative()).isFalse();
            invoice(earned);
            ledger.earned(earned.amounts().total(), isComplete());
        }

        /** Pieces that have not left are called off; with the last one the order. */
        private void callOff() {
            if (isComplete()) {
                return;
            }
            if (lines.stream().allMatch(line -> line.sent == 0) && random.nextInt(4) == 0) {
                cancel();
                return;
            }
            var before = sum(lines.stream().map(line -> line.kept.credit()).toList());
            for (var line : lines) {
                if (line.kept.quantity() > line.sent && random.nextBoolean()) {
                    line.keep(line.sent + random.nextInt(line.kept.quantity() - line.sent + 1));
                }
            }
            if (lines.stream().allMatch(line -> line.kept.quantity() == 0)) {
                cancel();
                return;
            }
            creditBack(before.minus(sum(lines.stream().map(line -> line.kept.credit()).toList())));
            var nets = new LinkedHashMap<String, Money>();
            lines.forEach(line -> nets.merge(line.sold.taxClass(), line.kept.total().minus(line.kept.discount()), Money::plus));
            nets.merge("", shipping, Money::plus);
            taxes = given.taxes(nets).stream().map(tax -> new OrderFile.Tax(tax.code(), tax.rate(), tax.amount())).toList();
            total = sum(lines.stream().map(line -> line.kept.total().minus(line.kept.discount())).toList()).plus(shipping).plus(sum(taxes.stream().map(OrderFile.Tax::amount).toList()));
            ledger.change(total);
            called++;
            if (isComplete()) {
                invoice(earned());
                ledger.earned(earned().amounts().total(), true);
            }
        }

        private void cancel() {
            canceled = true;
            ledger.cancel();
            creditBack = byCredit;
        }

        /** The book gives back no more than the order still has. */
        private void creditBack(Money more) {
            assertThat(more.isNegative()).isFalse();
            var all = creditBack.plus(more);
            creditBack = byCredit.isAtLeast(all) ? all : byCredit;
        }

        /** Pieces that left come back: what credits paid of them can be used again. */
        private void comeBack() {
            for (var line : lines) {
                var there = line.sent - line.back;
                if (there > 0 && random.nextBoolean()) {
                    creditBack(line.takeBack(1 + random.nextInt(there)));
                }
            }
        }

        /** Staff give back some of what came in, for whatever reason. */
        private void giveBack() {
            var kept = ledger.stand().refundable();
            if (!kept.isZero() && ledger.stand().open().isZero()) {
                var part = cents(1 + random.nextLong(kept.amount().movePointRight(2).longValueExact()));
                ledger.refund(part);
                goodwill = goodwill.plus(part);
            }
        }

        private void pay() {
            var open = ledger.stand().open();
            if ("invoice".equals(method) && !open.isZero()) {
                ledger.receive(random.nextBoolean() ? open : cents(1 + random.nextLong(open.amount().movePointRight(2).longValueExact())));
            }
        }

        /** Goods that were invoiced and not paid come back: less is asked for. */
        private void takeBack() {
            var asked = sum(invoices.stream().map(Invoice::total).toList()).minus(sum(credits.stream().map(Invoice::total).toList()));
            var open = ledger.stand().open();
            var most = asked.compareTo(open) > 0 ? open : asked;
            if ("invoice".equals(method) && isComplete() && most.amount().signum() > 0) {
                ledger.concede(cents(1 + random.nextLong(most.amount().movePointRight(2).longValueExact())));
            }
        }

        private void invoice(Earned earned) {
            var was = sum(invoices.stream().map(Invoice::total).toList());
            var billed = Billed.of(file(), earned, invoices);
            if (!billed.isEmpty()) {
                var invoice = new Invoice(file(), billed, invoices, "c" + invoices.size(), null, "Shop", DAY, DAY, AT);
                invoice.bear("INV-2026", invoices.size() + 1, "INV-%d-%d".formatted(nth, invoices.size() + 1));
                invoices.add(invoice);
            }
            assertThat(sum(invoices.stream().map(Invoice::total).toList())).isEqualTo(billed.total().signum() < 0 ? was : earned.amounts().total());
            assertThat(sum(invoices.stream().map(Invoice::total).toList()).isAtLeast(earned.amounts().total())).isTrue();
        }

        private void settle() {
            if (invoices.isEmpty()) {
                return;
            }
            var missing = Invoices.missing(total, ledger.stand(), sum(invoices.stream().map(Invoice::total).toList()), sum(credits.stream().map(Invoice::total).toList()));
            for (var invoice : invoices) {
                var before = credits.stream().filter(each -> each.takesBackOf(invoice)).toList();
                var left = invoice.total().minus(sum(before.stream().map(Invoice::total).toList()));
                var part = missing.isAtLeast(left) ? left : missing;
                if (!part.isZero() && !part.isNegative()) {
                    var credit = new Invoice(invoice, before, part, "k" + credits.size(), "back", "Shop", DAY, AT);
                    credit.bear("CN-2026", credits.size() + 1, "CN-%d-%d".formatted(nth, credits.size() + 1));
                    credits.add(credit);
                    missing = missing.minus(part);
                }
            }
        }

        private void check() {
            var asked = sum(invoices.stream().map(Invoice::total).toList());
            var credited = sum(credits.stream().map(Invoice::total).toList());
            var stand = ledger.stand();
            assertThat(ledger.isBalanced()).isTrue();
            if (canceled) {
                assertThat(invoices).isEmpty();
                assertThat(stand.refundable().isZero() && stand.held().isZero() && stand.open().isZero()).isTrue();
                return;
            }
            // what was sold
            assertThat(sum(lines.stream().map(line -> line.kept.total().minus(line.kept.discount())).toList()).plus(shipping).plus(sum(taxes.stream().map(OrderFile.Tax::amount).toList())))
                    .isEqualTo(total);
            // what credits paid is either on pieces that are still hers, or can be used again
            for (var line : lines) {
                assertThat(line.kept.discount().isAtLeast(line.kept.credit())).isTrue();
            }
            var bound = sum(lines.stream().map(line -> line.kept.credit().minus(line.creditGiven)).toList());
            apart(byCredit.minus(creditBack).minus(bound));
            // every paper by itself
            for (var paper : invoices) {
                var file = paper.file();
                assertThat(sum(file.lines().stream().map(InvoiceFile.Line::total).toList()).minus(file.discount()).plus(file.shipping())).isEqualTo(file.net());
                balanced(file);
                var taken = credits.stream().filter(each -> each.takesBackOf(paper)).toList();
                assertThat(file.total().isAtLeast(sum(taken.stream().map(Invoice::total).toList()))).isTrue();
            }
            credits.forEach(paper -> balanced(paper.file()));
            // what left is asked for: to the cent, or within the cents by which it came to more before others were called off
            var apart = asked.minus(earned().amounts().total()).amount();
            assertThat(apart.abs()).isLessThanOrEqualTo(BigDecimal.valueOf(2L * lines.size() * (1 + called), 2));
            if (called == 0) {
                assertThat(apart).isZero();
            }
            // what was given away is neither asked for again nor forgotten, whatever is changed afterwards
            assertThat(stand.amount()).isEqualTo(total.isAtLeast(stand.conceded()) ? total.minus(stand.conceded()) : NONE);
            if (isComplete() && total.isAtLeast(stand.conceded())) {
                assertThat(asked.minus(credited)).isEqualTo(stand.amount());
                assertThat(stand.open()).isEqualTo(stand.amount().isAtLeast(stand.refundable().plus(stand.held())) ? stand.amount().minus(stand.refundable()).minus(stand.held()) : NONE);
            }
            if (!goodwill.isZero() && called == 0 && !"invoice".equals(method)) {
                assertThat(stand.open()).as("what was given back is not to be paid again").isEqualTo(NONE);
            }
            assertThat(asked.isAtLeast(credited)).isTrue();
            // what is kept and came in is never more than what is asked for
            if (method.equals("card") && goodwill.isZero()) {
                assertThat(stand.captured()).isEqualTo(asked);
            }
        }

        /** To the cent, in however many steps a line was called off. */
        private void apart(Money difference) {
            assertThat(difference).isEqualTo(NONE);
        }

        private static void balanced(InvoiceFile file) {
            assertThat(file.net().plus(sum(file.taxes().stream().map(InvoiceFile.Tax::amount).toList()))).isEqualTo(file.total());
        }

        /** Everything leaves, everybody pays: papers and money are one sum. */
        void end() {
            if (canceled) {
                return;
            }
            lines.forEach(line -> line.sent = line.kept.quantity());
            lines.stream().filter(line -> line.sent > line.back).forEach(line -> creditBack(line.takeBack(line.sent - line.back)));
            apart(byCredit.minus(creditBack));
            invoice(earned());
            ledger.earned(earned().amounts().total(), true);
            if ("invoice".equals(method) && !ledger.stand().open().isZero()) {
                ledger.receive(ledger.stand().open());
            }
            settle();
            check();
            var asked = sum(invoices.stream().map(Invoice::total).toList());
            var credited = sum(credits.stream().map(Invoice::total).toList());
            assertThat(asked.isAtLeast(total)).isTrue();
            assertThat(asked.minus(credited)).as("%s %d", method, nth).isEqualTo(ledger.stand().refundable());
            if (!asked.equals(total)) {
                return;
            }
            exact = true;
            // the taxes of all papers are the taxes that were taken, each by itself
            var byTax = new LinkedHashMap<String, Money>();
            invoices.forEach(paper -> paper.file().taxes().forEach(tax -> byTax.merge(tax.code() + tax.rate().stripTrailingZeros(), tax.amount(), Money::plus)));
            byTax.values().removeIf(Money::isZero);
            var sold = new LinkedHashMap<String, Money>();
            taxes.forEach(tax -> sold.merge(tax.code() + tax.rate().stripTrailingZeros(), tax.amount(), Money::plus));
            if (called == 0) {
                assertThat(Map.copyOf(byTax)).isEqualTo(Map.copyOf(sold));
            } else {
                // a cent may stand under another tax where pieces were called off between two invoices
                sold.forEach((code, amount) -> assertThat(byTax.getOrDefault(code, NONE).minus(amount).amount().abs()).isLessThanOrEqualTo(BigDecimal.valueOf(2L * called, 2)));
            }
        }

        private boolean isComplete() {
            return lines.stream().allMatch(line -> line.sent == line.kept.quantity());
        }

        private Earned earned() {
            var discount = sum(lines.stream().map(line -> line.kept.discount()).toList());
            return Earned.of(lines.stream().map(line -> new Earned.Sold(line.kept.quantity(), line.kept.total(), line.kept.discount())).toList(), discount, shipping,
                    taxes.stream().map(tax -> new Earned.Taxed(tax, lines.stream().map(line -> given.isDue(tax.code(), tax.rate(), line.sold.taxClass())).toList(),
                            given.isDue(tax.code(), tax.rate(), null))).toList(), lines.stream().map(line -> line.sent).toList());
        }

        private OrderFile file() {
            var discount = sum(lines.stream().map(line -> line.kept.discount()).toList());
            return new OrderFile(new OrderSummary(summary.id(), summary.number(), summary.customer(), OrderStatus.PLACED, AT, total, 1), OrderKind.ORDER,
                    lines.stream().map(line -> new OrderFile.Line(line.sold.variant(), sku(line.sold.variant()), null, Localized.of("goods"), null, null, null, line.kept.quantity(),
                            line.sold.quantity(), line.sold.each(), line.kept.total(), line.kept.discount(), line.sold.taxClass(), 0, List.of(), null, null)).toList(),
                    sum(lines.stream().map(line -> line.kept.total()).toList()), List.of(new OrderFile.Discount("PROMOTION", Localized.of("off"), null, discount)), shipping, taxes, "A", "a@example.com",
                    null, Locale.CANADA, null, "standard", null, null, null, "web", null, null, null, null, null, "token", List.of(), ledger.stand(), null, null, false, app.regulars.ordering.Wishes.NONE, List.of());
        }

        private static String sku(VariantId variant) {
            return variant.toString();
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(NONE, Money::plus);
    }

    private static Money cents(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), "CAD");
    }
}
