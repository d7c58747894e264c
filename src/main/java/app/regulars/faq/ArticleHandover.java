package app.regulars.faq;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the articles that somebody looked after to somebody else; given to nobody, they stand in the list without an owner. */
@Component
@Transactional
class ArticleHandover implements StaffHandover {

    private final JdbcTemplate jdbc;

    ArticleHandover(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String matters() {
        return "faq.handover";
    }

    @Override
    @Transactional(readOnly = true)
    public long count(StaffId of) {
        var living = jdbc.queryForObject("select count(*) from faq_article where owner = ? and retired_at is null", Long.class, bytes(of.value()));
        return living == null ? 0 : living;
    }

    @Override
    public long handOver(StaffId from, StaffId to, StaffId by, Instant at) {
        var living = count(from);
        jdbc.update("update faq_article set owner = ?, version = version + 1 where owner = ?", to == null ? null : bytes(to.value()), bytes(from.value()));
        return living;
    }
}
