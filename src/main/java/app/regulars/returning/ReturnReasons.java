package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The list of reasons, in its order. */
@Component
class ReturnReasons {

    private static final String ALL = "select id, position, name_en, name_fr, complaint, active from return_reason ";

    private final JdbcTemplate jdbc;

    ReturnReasons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<ReturnReason> all() {
        return jdbc.query(ALL + "order by position, id", (row, n) -> reason(row));
    }

    List<ReturnReason> offered(ReturnKind kind) {
        return all().stream().filter(reason -> reason.active() && reason.complaint() == (kind == ReturnKind.COMPLAINT)).toList();
    }

    ReturnReason get(UUID id) {
        return jdbc.query(ALL + "where id = ?", (row, n) -> reason(row), (Object) bytes(id)).getFirst();
    }

    UUID add(Localized name, boolean complaint) {
        var id = Ids.next();
        var last = jdbc.queryForObject("select coalesce(max(position), 0) from return_reason", Integer.class);
        jdbc.update("insert into return_reason (id, position, name_en, name_fr, complaint, active) values (?, ?, ?, ?, ?, true)", bytes(id), last + 1, name.en(), name.fr(), complaint);
        return id;
    }

    void change(UUID id, Localized name, boolean active) {
        jdbc.update("update return_reason set name_en = ?, name_fr = ?, active = ? where id = ?", name.en(), name.fr(), active, bytes(id));
    }

    private static ReturnReason reason(ResultSet row) throws SQLException {
        return new ReturnReason(uuid(row.getBytes("id")), row.getInt("position"), new Localized(row.getString("name_en"), row.getString("name_fr")),
                row.getBoolean("complaint"), row.getBoolean("active"));
    }
}
