package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.media.CleanPicture;
import app.regulars.platform.id.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The pictures that came with returns and complaints. */
@Component
class ReturnPictures {

    private final JdbcTemplate jdbc;

    ReturnPictures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number of the return it belongs to */
    record Stored(ReturnNumber number, String contentType, byte[] body) {
    }

    void add(ReturnId of, List<CleanPicture> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            jdbc.update("insert into return_picture (id, return_id, position, content_type, body, small) values (?, ?, ?, ?, ?, ?)", bytes(Ids.next()),
                    bytes(of.value()), i, picture.contentType(), picture.large(), picture.small());
        }
    }

    List<UUID> of(ReturnId id) {
        return jdbc.query("select id from return_picture where return_id = ? order by position", (row, n) -> uuid(row.getBytes(1)), (Object) bytes(id.value()));
    }

    Optional<Stored> find(UUID id, boolean small) {
        return jdbc.query("select r.number, p.content_type, " + (small ? "p.small" : "p.body") + " from return_picture p join return_request r on r.id = p.return_id where p.id = ?",
                (row, n) -> new Stored(new ReturnNumber(row.getString(1)), row.getString(2), row.getBytes(3)), (Object) bytes(id)).stream().findFirst();
    }
}
