package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Live;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: what they saw happen brings a customer to a stage, if that is set up so. */
@Service
@Transactional
public class Stages {

    /** What may bring a customer to a stage by itself; named by customer.event.{event}. */
    public static final List<String> EVENTS = List.of("recorded", "visited", "subscribed", "inquired", "registered", "ordered", "ordered-again");

    private static final int LONGEST_NOTE = 500;

    private final CustomerRepository customers;
    private final StageRules rules;
    private final JdbcTemplate jdbc;

    Stages(CustomerRepository customers, StageRules rules, JdbcTemplate jdbc) {
        this.customers = customers;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** Forward only, and nothing when nothing is set up for the event; so it may be told again and again. */
    public void reached(CustomerId customer, String event, Instant at) {
        var to = rules.on(event);
        if (to.isEmpty()) {
            return;
        }
        customers.lock(customer.value()).ifPresent(row -> {
            var now = rules.find(row.stage()).map(Stage::position).orElse(0);
            if (to.get().position() > now) {
                move(row, to.get().code(), event, null, ChangeActor.system(), at);
            }
        });
    }

    /** Those of the events that would bring each customer further than she is; one statement, which holds nothing. */
    @Transactional(readOnly = true)
    public Map<CustomerId, List<String>> ahead(Collection<CustomerId> customers, List<String> events) {
        var stages = new HashMap<CustomerId, String>();
        if (!customers.isEmpty()) {
            jdbc.query("select id, stage from customer where id in (" + String.join(",", Collections.nCopies(customers.size(), "?")) + ")", row -> {
                stages.put(new CustomerId(uuid(row.getBytes(1))), row.getString(2));
            }, customers.stream().map(customer -> (Object) bytes(customer.value())).toArray());
        }
        var ahead = new HashMap<CustomerId, List<String>>();
        for (var customer : customers) {
            var now = Optional.ofNullable(stages.get(customer)).flatMap(rules::find).map(Stage::position).orElse(0);
            ahead.put(customer, events.stream().filter(event -> rules.on(event).filter(to -> to.position() > now).isPresent()).toList());
        }
        return ahead;
    }

    /** Staff put a customer anywhere, and say why. @return the stage before */
    String put(CustomerId customer, String stage, String note, ChangeActor by, Instant at) {
        var row = customers.lock(customer.value()).orElseThrow(NotFound::new);
        rules.find(stage).filter(found -> !found.retired()).orElseThrow(NotFound::new);
        var before = row.stage();
        if (!stage.equals(before)) {
            move(row, stage, "by-hand", note, by, at);
        }
        return before;
    }

    /** Two records are one person: the survivor stands where the further of the two stood. @return the place in its log, if it moved */
    Optional<Integer> joined(CustomerId from, CustomerId into, Instant at) {
        var gone = customers.findById(from.value()).flatMap(row -> rules.find(row.stage())).orElse(null);
        var kept = customers.lock(into.value()).orElseThrow(NotFound::new);
        if (gone == null || gone.position() <= rules.find(kept.stage()).map(Stage::position).orElse(0)) {
            return Optional.empty();
        }
        return Optional.of(move(kept, gone.code(), "merged", null, ChangeActor.system(), at));
    }

    /** They are two again: the survivor stands where it stood, unless it has moved on since. @param position as {@link #joined} answered */
    void parted(CustomerId survivor, int position) {
        var row = customers.lock(survivor.value()).orElseThrow(NotFound::new);
        var last = jdbc.query("select position, from_stage from customer_stage_change where customer_id = ? order by position desc limit 1",
                (found, n) -> found.getInt(1) == position ? found.getString(2) : null, bytes(survivor.value())).getFirst();
        if (last != null) {
            row.reach(last);
            jdbc.update("delete from customer_stage_change where customer_id = ? and position = ?", bytes(survivor.value()), position);
        }
    }

    private int move(Customer row, String to, String cause, String note, ChangeActor by, Instant at) {
        var from = row.stage();
        row.reach(to);
        var position = jdbc.queryForObject("select coalesce(max(position), -1) + 1 from customer_stage_change where customer_id = ?", Integer.class,
                bytes(row.id().value()));
        jdbc.update("insert into customer_stage_change (customer_id, position, changed_at, month_key, from_stage, to_stage, cause, actor, actor_id, note) "
                + "values (?,?,?,?,?,?,?,?,?,?)", bytes(row.id().value()), position, utc(at), rules.month(at), from, to, cause, by.kind().name(), bytes(by.id()),
                note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE));
        Live.changed("customer:" + row.id());
        return position;
    }
}
