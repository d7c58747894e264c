package app.regulars.personaldata;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.PersonalTable;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all that is known of a person into one zip: a readme in both languages, and for each block its tables as JSON and as CSV.
 * Row by row, straight into the stream. What reads it back is {@link ArchiveReading}.
 */
@Component
class Archive {

    static final String MANIFEST = "manifest.json";
    /** Worked out when the archive is made, so it is not read back. */
    static final String DERIVED = "derived.json";
    static final String FORMAT = "regulars-person-1";

    private final PersonalRecords records;
    private final Texts texts;
    private final Shop shop;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    Archive(PersonalRecords records, Texts texts, Shop shop, Clock clock) {
        this.records = records;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
    }

    void write(CustomerId person, OutputStream target) {
        try (var zip = new ZipOutputStream(target, StandardCharsets.UTF_8)) {
            entry(zip, MANIFEST, out -> json(out, Map.of("format", FORMAT, "shop", shop.name(), "customer", person.value().toString(), "at", clock.instant().toString())));
            entry(zip, "LISEZ-MOI.txt", out -> plain(out, readme(person, Locale.CANADA_FRENCH)));
            entry(zip, "README.txt", out -> plain(out, readme(person, Languages.ENGLISH)));
            for (var source : records.sources()) {
                for (var table : source.tables()) {
                    if (table.portable()) {
                        var name = folder(source.block()) + "/" + table.name();
                        entry(zip, name + ".json", out -> rows(out, table, person));
                        entry(zip, name + ".csv", out -> sheet(out, table, person));
                    }
                }
                var derived = source.derived(person);
                if (derived.isPresent()) {
                    entry(zip, folder(source.block()) + "/" + DERIVED, out -> plain(out, json.writeValueAsString(derived.get())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String folder(String block) {
        return block.replace(".personal-data", "").replace('.', '-');
    }

    private void rows(Writer out, PersonalTable table, CustomerId person) {
        try {
            out.write("[");
            var first = new boolean[] {true};
            records.each(table, person, row -> {
                try {
                    out.write(first[0] ? "\n" : ",\n");
                    first[0] = false;
                    out.write(json.writeValueAsString(row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.write("\n]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(Writer out, PersonalTable table, CustomerId person) {
        var columns = records.columns(table);
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord(columns);
        records.each(table, person, row -> csv.writeRecord(columns.stream().map(column -> cell(row.get(column))).toList()));
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Object value) {
        return value instanceof Number ? value.toString() : SpreadsheetText.safe(value == null ? null : value.toString());
    }

    private String readme(CustomerId person, Locale locale) {
        var text = new StringBuilder(texts.get(locale, "personaldata.readme.head", "shop", shop.name(), "date", clock.instant().toString())).append("\n\n");
        for (var source : records.sources()) {
            var counts = new LinkedHashMap<String, Long>();
            source.tables().stream().filter(PersonalTable::portable).forEach(table -> counts.merge(table.name(), records.count(table, person), Long::sum));
            if (!counts.isEmpty()) {
                text.append(folder(source.block())).append("/  ").append(texts.get(locale, "personaldata.block." + source.block().replace(".personal-data", ""))).append('\n');
                counts.forEach((table, count) -> text.append("    ").append(table).append(": ").append(count).append('\n'));
            }
        }
        return text.append('\n').append(texts.get(locale, "personaldata.readme.tail")).append('\n').toString();
    }

    private void json(Writer out, Map<String, String> values) {
        plain(out, json.writeValueAsString(values));
    }

    private static void plain(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, Consumer<Writer> content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        content.accept(out);
        out.flush();
        zip.closeEntry();
    }

    /** For whoever lists what an archive holds. */
    List<String> blocks() {
        return records.sources().stream().filter(source -> source.tables().stream().anyMatch(PersonalTable::portable)).map(source -> source.block()).toList();
    }
}
