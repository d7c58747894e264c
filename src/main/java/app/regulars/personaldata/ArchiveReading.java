package app.regulars.personaldata;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentsBrought;
import app.regulars.privacy.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Brings a person's archive into an installation that does not know her: with it she takes her history to another shop of this kind. */
@Component
public class ArchiveReading {

    private static final String LEDGER = "consent_ledger";
    private static final String WORDS = "purpose_wording";

    private final PersonalRecords records;
    private final ConsentsBrought consents;
    private final JsonMapper json = new JsonMapper();

    ArchiveReading(PersonalRecords records, ConsentsBrought consents) {
        this.records = records;
        this.consents = consents;
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
                var words = words(zip, source);
                for (var table : source.tables()) {
                    if (!table.name().equals(WORDS)) {
                        rows(zip, source, table).forEach(row -> (take(table, row, result.customer(), words) ? result.taken() : result.left())
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

    private List<Map<String, Object>> rows(ZipFile zip, PersonalDataSource source, PersonalTable table) throws IOException {
        var entry = table.portable() ? zip.getEntry(Archive.folder(source.block()) + "/" + table.name() + ".json") : null;
        return entry == null ? List.of() : json.readValue(zip.getInputStream(entry), new TypeReference<>() { });
    }

    /** The words she agreed to, by their id as the archive writes it: none of this shop, and only taken where a line needs them. */
    private Map<String, Map<String, Object>> words(ZipFile zip, PersonalDataSource source) throws IOException {
        var words = new HashMap<String, Map<String, Object>>();
        for (var table : source.tables()) {
            if (table.name().equals(WORDS)) {
                rows(zip, source, table).forEach(row -> words.put(String.valueOf(row.get("id")), row));
            }
        }
        return words;
    }

    private boolean take(PersonalTable table, Map<String, Object> row, CustomerId person, Map<String, Map<String, Object>> words) {
        if (!table.name().equals(LEDGER)) {
            return records.restore(table, person, row);
        }
        try {
            return say(row, person, words);
        } catch (Refused | IllegalArgumentException | DateTimeException | NullPointerException | DataIntegrityViolationException madeUp) {
            return false;
        }
    }

    /** The ledger is only ever written through its own door, which makes its chain. */
    private boolean say(Map<String, Object> row, CustomerId person, Map<String, Map<String, Object>> words) {
        var kind = row.get("kind").toString();
        var at = Instant.parse(row.get("happened_at").toString());
        if ("implied".equals(row.get("basis"))) {
            return "granted".equals(kind) && consents.implied(person, row.get("purpose").toString(), row.get("ground_kind").toString(), id(row.get("ground_id")), at,
                    Instant.parse(row.get("expires_at").toString()));
        }
        var said = row.get("wording_id");
        if (said == null || !Set.of("granted", "withdrawn").contains(kind)) {
            return false;
        }
        var actor = "person".equals(row.get("actor_kind")) ? ConsentActor.person(person) : ConsentActor.system();
        return consents.said(person, "granted".equals(kind), wording(id(said), words.getOrDefault(said.toString(), Map.of())), row.get("form").toString(), actor, at,
                row.get("once_key").toString());
    }

    private static Wording wording(UUID id, Map<String, Object> row) {
        var since = row.get("valid_from");
        return new Wording(id, String.valueOf(row.get("purpose")), 0, String.valueOf(row.get("language")), (String) row.get("title"), (String) row.get("sentence"),
                since == null ? null : Instant.parse(since.toString()), false);
    }

    private static UUID id(Object hex) {
        return Columns.uuid(HexFormat.of().parseHex(hex.toString()));
    }
}
