package app.regulars.media;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the library of pictures and documents. What a file is called counts for nothing; what is in it decides. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class MediaDesk {

    /** Bytes of a file. */
    public static final int LARGEST = 20 * 1024 * 1024;
    public static final int LARGEST_MB = 20;
    private static final int LONGEST_TEXT = 300;
    private static final int HASH_BYTES = 16;
    private static final Pattern UNSAFE = Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA|Encrypt)[\\s/(<\\[]");
    static final String COLUMNS = "select id, hash, kind, name, content_type, width, height, size, text_en, text_fr, added_at from media_asset ";
    static final RowMapper<Medium> MEDIUM = (row, n) -> new Medium(row.getString("hash"), row.getString("kind"), row.getString("name"),
            row.getString("content_type"), row.getObject("width", Integer.class), row.getObject("height", Integer.class), row.getInt("size"),
            new Localized(row.getString("text_en"), row.getString("text_fr")), Columns.instant(row, "added_at"));

    private final JdbcTemplate jdbc;
    private final Pictures pictures;
    private final AuditTrail audit;
    private final Clock clock;

    MediaDesk(JdbcTemplate jdbc, Pictures pictures, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a file into the library; one that is there already is answered as it is.
     *
     * @throws Refused in a sentence, with nothing stored, for what is too large, no picture or PDF, broken, or can carry a program
     */
    @RolesAllowed({Permissions.CATALOG_CHANGE, Permissions.HELP_WRITE})
    @Transactional
    public Medium add(StaffId by, String name, byte[] content) {
        if (content.length > LARGEST) {
            throw new Refused("media.refused.size", Map.of("most", LARGEST_MB));
        }
        var kind = kind(content);
        if ("pdf".equals(kind)) {
            return document(by, plain(name), content);
        }
        var made = pictures.make(content, kind);
        var largest = made.files().get(Pictures.LARGE);
        var hash = hash(largest);
        var known = find(hash);
        if (known.isPresent()) {
            return known.get();
        }
        made.files().forEach((side, body) -> file(hash, side, made.contentType(), body));
        return asset(by, new Medium(hash, "picture", plain(name), made.contentType(), made.width(), made.height(), largest.length, new Localized(null, null), clock.instant()));
    }

    private Medium document(StaffId by, String name, byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.substring(Math.max(0, text.length() - 2_048)).contains("%%EOF")) {
            throw new Refused("media.refused.broken");
        }
        if (UNSAFE.matcher(text).find()) {
            throw new Refused("media.refused.active");
        }
        var hash = hash(content);
        return find(hash).orElseGet(() -> {
            file(hash, 0, "application/pdf", content);
            return asset(by, new Medium(hash, "document", name, "application/pdf", null, null, content.length, new Localized(null, null), clock.instant()));
        });
    }

    /** By the first bytes, whatever the file is called. */
    static String kind(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 1_024), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return "gif";
        }
        if (head.startsWith("%PDF-")) {
            return "pdf";
        }
        if (head.toLowerCase(Locale.ROOT).contains("<svg")) {
            throw new Refused("media.refused.svg");
        }
        throw new Refused("media.refused.kind");
    }

    private void file(String hash, int width, String type, byte[] body) {
        jdbc.update("insert into media_file (hash, width, content_type, body) values (?, ?, ?, ?)", hash, width, type, body);
    }

    private Medium asset(StaffId by, Medium medium) {
        var id = Ids.next();
        jdbc.update("insert into media_asset (id, hash, kind, name, content_type, width, height, size, text_en, text_fr, added_at) values (?,?,?,?,?,?,?,?,?,?,?)",
                Columns.bytes(id), medium.hash(), medium.kind(), medium.name(), medium.contentType(), medium.width(), medium.height(), medium.size(), null, null,
                Columns.utc(medium.addedAt()));
        audit.changed(by, "media.added", "media", id, Change.of(medium.name()).to(Change.fields("kind", medium.kind(), "hash", medium.hash(), "size", medium.size())));
        return medium;
    }

    @Transactional(readOnly = true)
    public Optional<Medium> find(String hash) {
        return jdbc.query(COLUMNS + "where hash = ?", MEDIUM, hash).stream().findFirst();
    }

    /** Newest first. @param search part of the name or of the texts */
    @Transactional(readOnly = true)
    public List<Medium> list(String search, int page, int size) {
        var pattern = pattern(search);
        return jdbc.query(COLUMNS + "where lower(name) like ? or lower(text_en) like ? or lower(text_fr) like ? order by added_at desc, hash limit ? offset ?", MEDIUM,
                pattern, pattern, pattern, size, page * size);
    }

    @Transactional(readOnly = true)
    public long count(String search) {
        var pattern = pattern(search);
        return jdbc.queryForObject("select count(*) from media_asset where lower(name) like ? or lower(text_en) like ? or lower(text_fr) like ?", Long.class, pattern, pattern,
                pattern);
    }

    /** Says what a picture shows, or what a document is, in both languages. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void describe(StaffId by, String hash, Localized text) {
        var before = find(hash).orElseThrow(NotFound::new);
        var en = text(text.en(), "en");
        var fr = text(text.fr(), "fr");
        jdbc.update("update media_asset set text_en = ?, text_fr = ? where hash = ?", en, fr, hash);
        audit.changed(by, "media.described", "media", id(hash), Change.of(before.name()).from(Change.fields("textEn", before.text().en(), "textFr", before.text().fr()))
                .to(Change.fields("textEn", en, "textFr", fr)));
    }

    /** Whoever asks has to know that nothing shows it any more. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void remove(StaffId by, String hash) {
        var before = find(hash).orElseThrow(NotFound::new);
        audit.changed(by, "media.removed", "media", id(hash), Change.of(before.name()).from(Change.fields("kind", before.kind(), "hash", hash)));
        jdbc.update("delete from media_asset where hash = ?", hash);
        jdbc.update("delete from media_file where hash = ?", hash);
    }

    private UUID id(String hash) {
        return jdbc.query("select id from media_asset where hash = ?", (row, n) -> Columns.uuid(row.getBytes(1)), hash).getFirst();
    }

    private static String text(String typed, String field) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new Refused("media.refused.text", field, Map.of("most", LONGEST_TEXT));
        }
        return text.isEmpty() ? null : text;
    }

    private static String pattern(String search) {
        return "%" + (search == null ? "" : search.strip().toLowerCase(Locale.ROOT).replace("%", "").replace("_", "")) + "%";
    }

    private static String plain(String name) {
        var last = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return last.isEmpty() ? "file" : last.substring(0, Math.min(120, last.length()));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
