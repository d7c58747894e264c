package app.regulars.serving;

import app.regulars.inquiry.InquiryId;
import app.regulars.platform.persistence.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which tier an inquiry's customer was in, and since when: what its own history does not hold. */
@Component
class FactLog {

    private final JdbcTemplate jdbc;

    FactLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param source the code of the group that makes the tier, or "" */
    record Fact(Instant since, String tier, String source) {
    }

    List<Fact> of(InquiryId inquiry) {
        return jdbc.query("select since, tier, tier_source from serving_fact where inquiry_id = ? order by since",
                (row, n) -> new Fact(Columns.instant(row, "since"), row.getString(2), row.getString(3)), Columns.bytes(inquiry.value()));
    }

    /** Adds what is new; the same again adds nothing. */
    void add(InquiryId inquiry, Fact fact) {
        var known = of(inquiry);
        if (known.isEmpty() || !known.getLast().tier().equals(fact.tier())) {
            jdbc.update("insert into serving_fact (inquiry_id, since, tier, tier_source) values (?, ?, ?, ?) on duplicate key update tier = values(tier), "
                    + "tier_source = values(tier_source)", Columns.bytes(inquiry.value()), Columns.utc(fact.since()), fact.tier(), fact.source());
        }
    }
}
