package app.regulars.platform.persistence;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of one table that name their customer in one column and have an id of their own. A table with versions gets a new one with
 * each row, so that a page that was opened before does not write the old customer back.
 */
public class LinkedRows implements CustomerLinks {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcTemplate jdbc;
    private final String rows;
    private final String table;
    private final String column;
    private final String set;
    private final String unless;
    private boolean personal;

    /**
     * @param rows   the code of {@link CustomerLinks#rows()}
     * @param unless null, or a column that must not stand twice for one customer: such rows stay where they are
     */
    public LinkedRows(JdbcTemplate jdbc, String rows, String table, String column, boolean versioned, String unless) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.table = table;
        this.column = column;
        this.set = versioned ? ", version = version + 1" : "";
        this.unless = unless;
    }

    public LinkedRows(JdbcTemplate jdbc, String rows, String table, boolean versioned) {
        this(jdbc, rows, table, "customer_id", versioned, null);
    }

    /** The same, as what a person did herself. */
    public LinkedRows personal() {
        personal = true;
        return this;
    }

    @Override
    public boolean isPersonal() {
        return personal;
    }

    @Override
    public String rows() {
        return rows;
    }

    @Override
    public long count(CustomerId customer) {
        return jdbc.queryForObject("select count(*) from " + table + " where " + column + " = ?", Long.class, bytes(customer.value()));
    }

    @Override
    public List<String> move(CustomerId from, CustomerId into) {
        var keys = unless == null
                ? jdbc.query("select id from " + table + " where " + column + " = ? order by id for update", (row, n) -> HEX.formatHex(row.getBytes(1)), bytes(from.value()))
                : jdbc.query("select id from " + table + " where " + column + " = ? and " + unless + " not in (select " + unless + " from (select " + unless + " from " + table
                        + " where " + column + " = ?) theirs) order by id", (row, n) -> HEX.formatHex(row.getBytes(1)), bytes(from.value()), bytes(into.value()));
        give(keys, from, into);
        return keys;
    }

    @Override
    public void moveBack(List<String> keys, CustomerId from, CustomerId into) {
        give(keys, into, from);
    }

    private void give(List<String> keys, CustomerId owner, CustomerId next) {
        jdbc.batchUpdate("update " + table + " set " + column + " = ?" + set + " where id = ? and " + column + " = ?",
                keys.stream().map(key -> new Object[] {bytes(next.value()), HEX.parseHex(key), bytes(owner.value())}).toList());
    }
}
