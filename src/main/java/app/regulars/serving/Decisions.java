package app.regulars.serving;

import app.regulars.inquiry.InquiryId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps decisions with everything they rest on. */
@Component
class Decisions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROWS = "select id, inquiry_id, book_version, inputs, result, decided_at, contested_by from serving_decision where inputs <> '' and ";

    private final JdbcTemplate jdbc;
    private final Books books;

    Decisions(JdbcTemplate jdbc, Books books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    void keep(Decision decision, CustomerId customer) {
        var picked = decision.result().pick() == null ? null : decision.result().pick().staff();
        jdbc.update("insert into serving_decision (id, inquiry_id, customer_id, book_version, inputs, result, decided_at, picked) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Columns.bytes(decision.id()), Columns.bytes(decision.inquiry().value()), Columns.bytes(customer.value()), decision.book(), JSON.writeValueAsString(decision.inputs()),
                JSON.writeValueAsString(decision.result()), Columns.utc(decision.at()), picked == null ? null : Columns.bytes(picked));
    }

    boolean isDecided(InquiryId inquiry) {
        return jdbc.queryForObject("select count(*) from serving_decision where inquiry_id = ?", Long.class, Columns.bytes(inquiry.value())) > 0;
    }

    /** Whose it became later: she had her turn. */
    void picked(InquiryId inquiry, StaffId who) {
        jdbc.update("update serving_decision set picked = ? where inquiry_id = ?", Columns.bytes(who.value()), Columns.bytes(inquiry.value()));
    }

    Optional<Decision> mine(UUID id, CustomerId me) {
        return jdbc.query(ROWS + "id = ? and customer_id = ?", Decisions::read, Columns.bytes(id), Columns.bytes(me.value())).stream().findFirst();
    }

    /** Newest first. */
    List<Decision> of(CustomerId me, int limit) {
        return jdbc.query(ROWS + "customer_id = ? order by decided_at desc, id limit ?", Decisions::read, Columns.bytes(me.value()), limit);
    }

    /** Those that a customer wants a person to look at first, then the newest. */
    List<Decision> latest(int limit) {
        return jdbc.query(ROWS + "book_version >= 0 order by case when contested_by is null then 1 else 0 end, decided_at desc, id limit ?", Decisions::read, limit);
    }

    boolean contested(UUID id, String by) {
        return jdbc.update("update serving_decision set contested_by = ? where id = ? and contested_by is null", by, Columns.bytes(id)) > 0;
    }

    /** Decides again from what was kept. */
    Decision.Result again(Decision decision) {
        return decide(books.at(Settings.ROUTING, decision.book(), RoutingBook.class, RoutingBook.SHIPPED).content(), decision.inputs());
    }

    static Decision.Result decide(RoutingBook book, Decision.Inputs inputs) {
        var route = book.decide(inputs.facts());
        return new Decision.Result(route, route.team() == null && route.person() == null ? null : Sharing.pick(route.person(), inputs.hands()));
    }

    private static Decision read(ResultSet row, int n) throws SQLException {
        return new Decision(Columns.uuid(row.getBytes("id")), new InquiryId(Columns.uuid(row.getBytes("inquiry_id"))), row.getInt("book_version"),
                JSON.readValue(row.getString("inputs"), Decision.Inputs.class), JSON.readValue(row.getString("result"), Decision.Result.class), 
                Columns.instant(row, "decided_at"), row.getString("contested_by"));
    }
}
