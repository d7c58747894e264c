package app.regulars.personaldata;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalTable;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Brings a person's archive into an installation that does not know her: with it she takes her history to another shop of this kind. */
@Component
public class ArchiveReading {

    private static final String LEDGER = "consent_ledger";

    private final PersonalRecords records;
    private final ConsentLedger consents;
    private final JdbcTemplate jdbc;
    private final JsonMapper json = new JsonMapper();

    ArchiveReading(PersonalRecords records, ConsentLedger consents, JdbcTemplate jdbc) {
        this.records = records;
        this.consents = consents;
        this.jdbc = jdbc;
    }

    /**
     * @param taken   rows by table
     * @param left    rows by table that were there already or hang on something that only the other shop has, such as another's topic
     */
    public record Result(CustomerId customer, Map<String, Integer> taken, Map<String, Integer> left) {
    }

    /** @throws IllegalArgumentException when it is no such archive */
    public Result read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = zip.getEntry(Archive.MANIFEST);
            if (manifest == null) {
                throw new IllegalArgumentException(file + " is not the archive of a person.");
            }
            var head = json.readValue(zip.getInputStream(manifest), new TypeReference<Map<String, String>>() { });
            if (!Archive.FORMAT.equals(head.get("format"))) {
                throw new IllegalArgumentException(file + " is an archive of another kind: " + head.get("format"));
            }
            var result = new Result(new CustomerId(UUID.fromString(head.get("customer"))), new LinkedHashMap<>(), new LinkedHashMap<>());
            for (var source : records.sources()) {
                for (var table : source.tables()) {
                    var entry = table.portable() ? zip.getEntry(Archive.folder(source.block()) + "/" + table.name() + ".json") : null;
                    if (entry != null) {
                        rows(zip.getInputStream(entry)).forEach(row -> (take(table, row, result.customer()) ? result.taken() : result.left())
                                .merge(table.name(), 1, Integer::sum));
                    }
                }
                source.restored(result.customer());
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> rows(InputStream in) {
        return json.readValue(in, new TypeReference<>() { });
    }

    private boolean take(PersonalTable table, Map<String, Object> row, CustomerId person) {
        return table.name().equals(LEDGER) ? say(row, person) : records.restore(table, person, row);
    }

    /** The ledger is only ever written through its own door, which makes its chain: what was said there is said here again, at its old moment. */
    private boolean say(Map<String, Object> row, CustomerId person) {
        var wording = row.get("wording_id");
        if (wording == null || jdbc.queryForList("select 1 from purpose_wording where id = ?", Integer.class, HexFormat.of().parseHex(wording.toString())).isEmpty()) {
            return false;
        }
        var words = Columns.uuid(HexFormat.of().parseHex(wording.toString()));
        var at = Instant.parse(row.get("happened_at").toString());
        var actor = "person".equals(row.get("actor_kind")) ? ConsentActor.person(person) : ConsentActor.system();
        switch (row.get("kind").toString()) {
            case "granted" -> consents.grant(person, words, row.get("form").toString(), actor, at, row.get("once_key").toString());
            case "withdrawn" -> consents.decline(person, words, row.get("form").toString(), actor, at);
            default -> {
                return false;
            }
        }
        return true;
    }
}
