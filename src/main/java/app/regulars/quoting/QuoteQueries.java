package app.regulars.quoting;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists of quotes, straight into read records. Which are expired follows from the day. */
@Component
class QuoteQueries {

    private static final String ROW = "select q.number, q.status, q.customer_id, q.contact_name, q.company, q.total, q.currency, q.made_at, q.valid_until, q.order_number, "
            + "(select coalesce(sum(l.quantity), 0) from quote_line l where l.quote_id = q.id) as pieces from quote q ";

    private final JdbcTemplate jdbc;

    QuoteQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the customer was sent, the latest first. */
    List<QuoteRow> ofCustomer(CustomerId me, LocalDate today, int most) {
        return jdbc.query(ROW + "where q.customer_id = ? and exists (select 1 from quote_moment m where m.quote_id = q.id and m.what = 'sent') order by q.made_at desc, q.id desc limit ?",
                (row, n) -> row(row, today), bytes(me.value()), most);
    }

    /** @param status null for all @param text a part of number or name, or blank */
    QuotePage page(QuoteStatus status, String text, LocalDate today, int offset, int limit) {
        var where = new ArrayList<String>();
        var values = new ArrayList<>();
        if (status == QuoteStatus.EXPIRED || status == QuoteStatus.SENT) {
            where.add("q.status = 'SENT' and q.valid_until " + (status == QuoteStatus.SENT ? ">=" : "<") + " ?");
            values.add(Date.valueOf(today));
        } else if (status != null) {
            where.add("q.status = ?");
            values.add(status.name());
        }
        if (!text.isBlank()) {
            where.add("(q.number like ? or lower(q.contact_name) like ? or lower(q.company) like ?)");
            var plain = text.strip().replaceAll("[%_\\\\]", "");
            values.add("%" + plain.toUpperCase(Locale.ROOT) + "%");
            values.add("%" + plain.toLowerCase(Locale.ROOT) + "%");
            values.add("%" + plain.toLowerCase(Locale.ROOT) + "%");
        }
        var condition = where.isEmpty() ? "" : "where " + String.join(" and ", where);
        var total = jdbc.queryForObject("select count(*) from quote q " + condition, Long.class, values.toArray());
        values.add(limit);
        values.add(offset);
        return new QuotePage(jdbc.query(ROW + condition + " order by q.made_at desc, q.id desc limit ? offset ?", (row, n) -> row(row, today), values.toArray()), total);
    }

    Map<QuoteStatus, Long> counts(LocalDate today) {
        var counts = new EnumMap<QuoteStatus, Long>(QuoteStatus.class);
        jdbc.query("select case when status = 'SENT' and valid_until < ? then 'EXPIRED' else status end as stands, count(*) from quote group by stands", row -> {
            counts.put(QuoteStatus.valueOf(row.getString(1)), row.getLong(2));
        }, Date.valueOf(today));
        return counts;
    }

    private static QuoteRow row(ResultSet row, LocalDate today) throws SQLException {
        var until = row.getObject("valid_until", LocalDate.class);
        var status = QuoteStatus.valueOf(row.getString("status"));
        var company = row.getString("company");
        return new QuoteRow(new QuoteNumber(row.getString("number")), status == QuoteStatus.SENT && until.isBefore(today) ? QuoteStatus.EXPIRED : status,
                new CustomerId(uuid(row.getBytes("customer_id"))), company == null ? row.getString("contact_name") : company, Money.of(row.getBigDecimal("total"), row.getString("currency")),
                row.getInt("pieces"), instant(row, "made_at"), until, row.getString("order_number"));
    }
}
