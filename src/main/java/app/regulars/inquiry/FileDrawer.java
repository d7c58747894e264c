package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the files that come with messages and notes. */
@Component
class FileDrawer {

    private static final long MOST_BYTES = 60L * 1024 * 1024;

    private final JdbcTemplate jdbc;

    FileDrawer(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(InquiryId inquiry, String name, String contentType, byte[] body) {
    }

    void withMessage(InquiryId inquiry, UUID message, List<NewFile> files, Instant at) {
        add("inquiry_file", "message_id", inquiry, message, files, at);
    }

    void withNote(InquiryId inquiry, UUID note, List<NewFile> files, Instant at) {
        add("inquiry_note_file", "note_id", inquiry, note, files, at);
    }

    private void add(String table, String column, InquiryId inquiry, UUID with, List<NewFile> files, Instant at) {
        if (files.isEmpty()) {
            return;
        }
        if (files.size() > NewFile.MOST) {
            throw new Refused("inquiry.refused.files", "files", Map.of("most", NewFile.MOST));
        }
        var there = jdbc.queryForObject("select coalesce(sum(size), 0) from " + table + " where inquiry_id = ?", Long.class, (Object) bytes(inquiry.value()));
        if (there + files.stream().mapToLong(file -> file.paper().body().length).sum() > MOST_BYTES) {
            throw new Refused("inquiry.refused.files-full", "files", Map.of());
        }
        files.forEach(file -> jdbc.update("insert into " + table + " (id, inquiry_id, " + column + ", name, content_type, size, body, added_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(Ids.next()), bytes(inquiry.value()), bytes(with), file.name(), file.paper().contentType(), file.paper().body().length, file.paper().body(), utc(at)));
    }

    /** By message. */
    Map<UUID, List<Attachment>> ofMessages(Collection<InquiryId> inquiries) {
        return of("inquiry_file", "message_id", inquiries);
    }

    /** By note; for staff alone. */
    Map<UUID, List<Attachment>> ofNotes(Collection<InquiryId> inquiries) {
        return of("inquiry_note_file", "note_id", inquiries);
    }

    private Map<UUID, List<Attachment>> of(String table, String column, Collection<InquiryId> inquiries) {
        var found = new HashMap<UUID, List<Attachment>>();
        if (!inquiries.isEmpty()) {
            jdbc.query("select " + column + ", id, name, content_type, size from " + table + " where inquiry_id in (" + String.join(",", Collections.nCopies(inquiries.size(), "?"))
                    + ") order by added_at, id", row -> {
                        found.computeIfAbsent(uuid(row.getBytes(1)), id -> new ArrayList<>()).add(new Attachment(uuid(row.getBytes(2)), row.getString(3), row.getString(4), row.getInt(5)));
                    }, inquiries.stream().map(id -> (Object) bytes(id.value())).toArray());
        }
        return found;
    }

    /** One that came with a message. */
    Optional<Stored> find(UUID id) {
        return find("inquiry_file", id);
    }

    /** One that hangs on a note; for staff alone. */
    Optional<Stored> ofNote(UUID id) {
        return find("inquiry_note_file", id);
    }

    private Optional<Stored> find(String table, UUID id) {
        return jdbc.query("select inquiry_id, name, content_type, body from " + table + " where id = ?", (row, n) -> new Stored(new InquiryId(uuid(row.getBytes(1))), row.getString(2),
                row.getString(3), row.getBytes(4)), (Object) bytes(id)).stream().findFirst();
    }
}
