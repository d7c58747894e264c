package app.regulars.shipping;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Buys labels: what is wanted is written first, the service is asked outside any transaction, and its answer is written afterwards. A
 * service that is down holds nothing up; it is asked again, ever more seldom, and staff see what waits. A try whose answer was lost finds
 * the label that was bought, for the service's own name of the shipment is kept before anything is paid.
 */
@Configuration
class Labels {

    private static final Logger log = LoggerFactory.getLogger(Labels.class);
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;
    private static final Duration[] PAUSES = {Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1),
            Duration.ofHours(2), Duration.ofHours(4)};

    private final JdbcTemplate jdbc;
    private final LabelService service;
    private final ObjectProvider<Recipients> recipients;
    private final ShipmentRepository shipments;
    private final Shop shop;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Labels(JdbcTemplate jdbc, LabelService service, ObjectProvider<Recipients> recipients, ShipmentRepository shipments, Shop shop, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.service = service;
        this.recipients = recipients;
        this.shipments = shipments;
        this.shop = shop;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(UUID id, UUID shipment, UUID reference, String carrier, int grams, String theirs, int tries) {
    }

    @Bean
    RecurringTask<Void> labelsJob() {
        return Tasks.recurring("shipping-labels", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> run());
    }

    boolean isOn() {
        return service.isOn();
    }

    /** Again for the same shipment asks again where it failed, and changes nothing else. */
    void want(UUID reference, ShipmentId shipment, String carrier, int grams, StaffId by) {
        var now = Columns.utc(clock.instant());
        var id = Columns.bytes(shipment.value());
        // what was refused was certainly not bought: it is announced anew, as it is wanted now
        jdbc.update("update shipment_label set theirs = null where shipment_id = ? and state = 'FAILED' and problem <> 'no-answer'", id);
        jdbc.update("update shipment_label set carrier = ?, weight_grams = ? where shipment_id = ? and state in ('WAITING', 'FAILED') and theirs is null", carrier, grams, id);
        jdbc.update("update shipment_label set state = 'WAITING', carrier = ?, weight_grams = ?, theirs = null, cost = null, currency = null, problem = null where shipment_id = ? and state = 'VOIDED'", carrier, grams, id);
        var known = jdbc.update("update shipment_label set tries = 0, next_try_at = ?, changed_at = ?, staff_id = ?, state = 'WAITING' where shipment_id = ? and state in ('WAITING', 'FAILED')",
                now, now, Columns.bytes(by.value()), id);
        if (known == 0) {
            jdbc.update("insert into shipment_label (id, shipment_id, carrier, weight_grams, state, tries, next_try_at, asked_at, changed_at, staff_id, reference) "
                    + "values (?, ?, ?, ?, 'WAITING', 0, ?, ?, ?, ?, ?) on duplicate key update shipment_id = values(shipment_id)", Columns.bytes(Ids.next()), id, carrier, grams, now,
                    now, now, Columns.bytes(by.value()), Columns.bytes(reference));
        }
        wake();
    }

    private void wake() {
        AfterCommit.run(() -> Thread.ofVirtual().name("labels").start(this::run));
    }

    /** Its parcel is unpacked: a label that was bought, or may have been, is given back. In the caller's transaction. */
    void giveBack(ShipmentId shipment) {
        var now = Columns.utc(clock.instant());
        var id = Columns.bytes(shipment.value());
        jdbc.update("delete from shipment_label where shipment_id = ? and state in ('WAITING', 'FAILED') and theirs is null", id);
        if (jdbc.update("update shipment_label set state = 'VOIDING', tries = 0, problem = null, next_try_at = ?, changed_at = ? where shipment_id = ? "
                + "and state in ('WAITING', 'FAILED', 'BOUGHT', 'KEPT')", now, now, id) > 0) {
            wake();
        }
    }

    /** Staff want another one, or none: the bought label of a parcel that is still here goes back. In the caller's transaction. @return false when none was bought */
    boolean giveBackBought(ShipmentId shipment) {
        var now = Columns.utc(clock.instant());
        var bought = jdbc.update("update shipment_label set state = 'VOIDING', tries = 0, problem = null, next_try_at = ?, changed_at = ? where shipment_id = ? and state = 'BOUGHT'", now, now,
                Columns.bytes(shipment.value())) > 0;
        if (bought) {
            wake();
        }
        return bought;
    }

    /** As above, of one that is on its way back or was kept. @return false when there is none */
    boolean giveBackAgain(UUID reference, ShipmentId shipment) {
        var now = Columns.utc(clock.instant());
        var asked = jdbc.update("update shipment_label set state = 'VOIDING', tries = 0, next_try_at = ?, changed_at = ? where shipment_id = ? and reference = ? "
                + "and state in ('VOIDING', 'KEPT')", now, now, Columns.bytes(shipment.value()), Columns.bytes(reference)) > 0;
        if (asked) {
            wake();
        }
        return asked;
    }

    private record Unused(UUID id, UUID reference, String theirs, int tries) {
    }

    private void giveBack() {
        var now = Columns.utc(clock.instant());
        // its parcel was unpacked while a node that died asked for it
        jdbc.update("update shipment_label set state = 'VOIDING', tries = 0 where state = 'ASKING' and next_try_at <= ? and theirs is not null "
                + "and not exists (select 1 from shipment s where s.id = shipment_label.shipment_id)", now);
        for (var unused : jdbc.query("select id, reference, theirs, tries from shipment_label where state = 'VOIDING' and next_try_at <= ? order by next_try_at limit ?",
                (row, n) -> new Unused(Columns.uuid(row.getBytes(1)), Columns.uuid(row.getBytes(2)), row.getString(3), row.getInt(4)), now, AT_ONCE)) {
            if (jdbc.update("update shipment_label set next_try_at = ?, tries = tries + 1 where id = ? and state = 'VOIDING' and next_try_at <= ?",
                    Columns.utc(clock.instant().plus(CLAIM)), Columns.bytes(unused.id()), now) == 1) {
                giveBack(unused);
            }
        }
    }

    private void giveBack(Unused unused) {
        String problem = null;
        Instant next = null;
        try {
            service.giveBack(unused.theirs());
        } catch (LabelTrouble trouble) {
            problem = trouble.getMessage();
            next = trouble.isPassing() && unused.tries() < PAUSES.length ? clock.instant().plus(PAUSES[unused.tries()]) : null;
        }
        jdbc.update("update shipment_label set state = ?, next_try_at = ?, problem = ?, changed_at = ? where id = ?", problem == null ? "VOIDED" : next == null ? "KEPT" : "VOIDING",
                next == null ? null : Columns.utc(next), problem, Columns.utc(clock.instant()), Columns.bytes(unused.id()));
        Live.changed("labels", "orders", "order:" + unused.reference());
    }

    void again(UUID reference, ShipmentId shipment, StaffId by) {
        jdbc.query("select carrier, weight_grams from shipment_label where shipment_id = ? and state in ('WAITING', 'FAILED')", row -> {
            want(reference, shipment, row.getString(1), row.getInt(2), by);
        }, Columns.bytes(shipment.value()));
    }

    /** Those of a reference’s shipments. */
    List<LabelStand> of(UUID reference) {
        return jdbc.query(SELECT + "where s.reference = ?", (row, n) -> stand(row), Columns.bytes(reference));
    }

    /** Those that are not there yet, the oldest first. */
    List<LabelStand> open(int most) {
        return jdbc.query(SELECT + "where l.state in ('WAITING', 'ASKING', 'FAILED') and s.id is not null and s.shipped_at is null or l.state in ('VOIDING', 'KEPT') order by l.asked_at limit ?",
                (row, n) -> stand(row), most);
    }

    private static final String SELECT = "select l.*, l.reference as of_reference from shipment_label l left join shipment s on s.id = l.shipment_id ";

    private static LabelStand stand(java.sql.ResultSet row) throws java.sql.SQLException {
        var cost = row.getBigDecimal("cost");
        return new LabelStand(new ShipmentId(Columns.uuid(row.getBytes("shipment_id"))), Columns.uuid(row.getBytes("of_reference")), "ASKING".equals(row.getString("state")) ? "waiting" : row.getString("state").toLowerCase(Locale.ROOT),
                row.getString("problem"), row.getInt("tries"), Columns.instant(row, "next_try_at"), cost == null ? null : Money.of(cost, row.getString("currency")));
    }

    /** Asks for all that are due. @return how many were bought */
    int run() {
        if (!service.isOn()) {
            return 0;
        }
        giveBack();
        var bought = 0;
        var now = clock.instant();
        var due = jdbc.query("select l.id, l.shipment_id, s.reference, l.carrier, l.weight_grams, l.theirs, l.tries from shipment_label l join shipment s on s.id = l.shipment_id "
                + "where l.state in ('WAITING', 'ASKING') and l.next_try_at <= ? order by l.next_try_at limit ?", (row, n) -> new Due(Columns.uuid(row.getBytes(1)), Columns.uuid(row.getBytes(2)),
                Columns.uuid(row.getBytes(3)), row.getString(4), row.getInt(5), row.getString(6), row.getInt(7)), Columns.utc(now), AT_ONCE);
        for (var each : due) {
            // of two nodes one asks; a node that dies leaves a claim that ends by itself
            if (jdbc.update("update shipment_label set next_try_at = ?, tries = tries + 1, state = 'ASKING' where id = ? and state in ('WAITING', 'ASKING') and next_try_at <= ?", Columns.utc(now.plus(CLAIM)),
                    Columns.bytes(each.id()), Columns.utc(now)) == 1) {
                bought += buy(each) ? 1 : 0;
            }
        }
        return bought;
    }

    private boolean buy(Due due) {
        try {
            var to = recipients.stream().flatMap(source -> source.of(due.reference()).stream()).findFirst().orElseThrow(() -> new LabelTrouble("address", false));
            var theirs = due.theirs();
            if (theirs == null) {
                theirs = service.announce(new LabelService.Wanted(due.shipment().toString(), from(), blankToNull(shop.get("phone", "")), to, due.grams()));
                jdbc.update("update shipment_label set theirs = ? where id = ?", theirs, Columns.bytes(due.id()));
            }
            keep(due, theirs, service.buy(theirs, due.carrier()));
            return true;
        } catch (LabelTrouble trouble) {
            failed(due, trouble.getMessage(), trouble.isPassing());
        } catch (RuntimeException e) {
            log.warn("the label of a shipment could not be bought: {}", e.getClass().getSimpleName());
            failed(due, "no-answer", true);
        }
        return false;
    }

    private void keep(Due due, String theirs, LabelService.Label label) {
        transaction.executeWithoutResult(status -> {
            var now = Columns.utc(clock.instant());
            // the parcel may have left meanwhile with a number typed by hand: then the label is only noted
            var there = shipments.lockOne(due.shipment());
            there.filter(Shipment::isHere).ifPresent(shipment -> {
                shipment.labeled(due.carrier(), label.trackingNumber(), label.url(), theirs, due.grams());
                shipments.save(shipment);
            });
            jdbc.update("update shipment_label set state = 'BOUGHT', next_try_at = null, problem = null, theirs = ?, cost = ?, currency = ?, changed_at = ? where id = ?", theirs,
                    label.cost() == null ? null : label.cost().amount(), label.cost() == null ? null : label.cost().currency(), now, Columns.bytes(due.id()));
            if (there.isEmpty()) {
                // it was unpacked while the label was bought
                giveBack(new ShipmentId(due.shipment()));
            }
            Live.changed("labels", "orders", "order:" + due.reference());
        });
    }

    private void failed(Due due, String problem, boolean passing) {
        var again = passing && due.tries() < PAUSES.length;
        Instant next = again ? clock.instant().plus(PAUSES[due.tries()]) : null;
        jdbc.update("update shipment_label set state = ?, next_try_at = ?, problem = ?, changed_at = ? where id = ?", again ? "WAITING" : "FAILED",
                next == null ? null : Columns.utc(next), problem, Columns.utc(clock.instant()), Columns.bytes(due.id()));
        if (shipments.findById(due.shipment()).isEmpty()) {
            giveBack(new ShipmentId(due.shipment()));
        }
        Live.changed("labels", "orders", "order:" + due.reference());
    }

    private PostalAddress from() throws LabelTrouble {
        var line = shop.get("address-line1", "");
        if (line.isBlank()) {
            throw new LabelTrouble("from", false);
        }
        return new PostalAddress(shop.name(), line, null, shop.get("address-city", ""), shop.get("address-province", "PE"), shop.get("address-postal-code", ""),
                shop.get("address-country", "CA"));
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
