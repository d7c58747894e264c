package app.regulars.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.springframework.transaction.support.TransactionTemplate;

/** One file of one kind, from the first row to the report. */
final class ImportRun<R> {

    private static final int BATCH = 500;
    /** Rows of one record may stand this many rows apart before the record is taken as complete. */
    private static final int WINDOW = 20_000;

    private final ImportKind<R> kind;
    private final Mapping mapping;
    private final ImportLedger ledger;
    private final TransactionTemplate transaction;
    private final Progress progress;
    private final boolean dry;
    private final String state;

    private final Map<String, byte[]> known;
    private final Map<String, Group> open = new LinkedHashMap<>();
    private final Map<String, R> batch = new LinkedHashMap<>();
    private final Map<String, byte[]> batchFingerprints = new HashMap<>();
    private final java.util.Set<String> closed = new java.util.HashSet<>();
    private CsvWriter errors;
    private Path errorFile;
    private final Counts counts = new Counts();

    /** What happened. Records, except for rows and skipped. */
    static final class Counts {
        long rows;
        long skipped;
        long created;
        long updated;
        long unchanged;
        long failed;

        @Override
        public String toString() {
            return "%,d rows (%,d left out by the mapping): %,d created, %,d updated, %,d unchanged, %,d failed".formatted(rows, skipped,
                    created, updated, unchanged, failed);
        }
    }

    private static final class Group {
        final List<Row> rows = new ArrayList<>(4);
        long lastLine;
    }

    ImportRun(ImportKind<R> kind, Mapping mapping, ImportLedger ledger, TransactionTemplate transaction, Clock clock, PrintStream out, boolean dry) {
        this.kind = kind;
        this.mapping = mapping;
        this.ledger = ledger;
        this.transaction = transaction;
        this.dry = dry;
        this.progress = new Progress(kind.name(), clock, out);
        this.state = kind.state();
        this.known = ledger.fingerprints(kind.name());
    }

    /** @param errorFile written only if there is an error; replaced if it exists */
    Counts over(Path file, Path errorFile) throws IOException {
        this.errorFile = errorFile;
        Files.deleteIfExists(errorFile);
        var counting = new CountingStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        progress.begin(Files.size(file));
        InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(counting, 1 << 16) : counting;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(withoutMark(content), StandardCharsets.UTF_8))) {
            for (var line : reader) {
                take(line);
                if (counts.rows % 500 == 0) {
                    progress.at(counts.rows, counting.count());
                    closeOld(line.getStartingLineNumber());
                }
            }
            var rest = List.copyOf(open.keySet());
            for (int i = 0; i < rest.size(); i++) {
                progress.saved(i, rest.size());
                close(rest.get(i));
            }
            flush();
        } finally {
            if (errors != null) {
                errors.close();
            }
        }
        progress.end(counts.rows);
        return counts;
    }

    private void take(NamedCsvRecord line) throws IOException {
        counts.rows++;
        var values = line.getFieldsAsMap();
        if (mapping.skips(values)) {
            counts.skipped++;
            return;
        }
        Row row;
        String key;
        try {
            row = new Row(line.getStartingLineNumber(), mapping.apply(values));
            key = row.required(kind.keyColumn());
        } catch (RowProblem problem) {
            report(problem, "");
            return;
        } catch (RuntimeException unreadable) {
            report(new RowProblem(line.getStartingLineNumber(), "", String.valueOf(unreadable.getMessage())), "");
            return;
        }
        if (closed.contains(key)) {
            report(new RowProblem(row.line(), kind.keyColumn(), "stands too far from the other rows of " + key), key);
            return;
        }
        var group = open.computeIfAbsent(key, k -> new Group());
        group.rows.add(row);
        group.lastLine = row.line();
    }

    private void closeOld(long line) throws IOException {
        if (kind.scattered()) {
            return;
        }
        for (var entry : List.copyOf(open.entrySet())) {
            if (entry.getValue().lastLine < line - WINDOW) {
                close(entry.getKey());
            } else if (entry.getValue().rows.getFirst().line() > line - WINDOW) {
                break;
            }
        }
    }

    private void close(String key) throws IOException {
        var rows = open.remove(key).rows;
        closed.add(key);
        var fingerprint = ImportLedger.fingerprint(rows, state);
        var before = known.get(key);
        if (before != null && Arrays.equals(before, fingerprint)) {
            counts.unchanged++;
            return;
        }
        try {
            batch.put(key, kind.read(key, rows));
        } catch (RowProblem problem) {
            counts.failed++;
            report(problem, key);
            return;
        }
        batchFingerprints.put(key, fingerprint);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            save(batch);
        } catch (RuntimeException together) {
            // one of them is at fault: take the others, and name it
            for (var record : batch.entrySet()) {
                try {
                    save(Map.of(record.getKey(), record.getValue()));
                } catch (RuntimeException alone) {
                    counts.failed++;
                    report(new RowProblem(0, kind.keyColumn(), reason(alone)), record.getKey());
                }
            }
        }
        batch.clear();
        batchFingerprints.clear();
    }

    private void save(Map<String, R> records) {
        if (!dry) {
            transaction.executeWithoutResult(status -> {
                kind.save(records);
                var fingerprints = new HashMap<String, byte[]>();
                records.keySet().forEach(key -> fingerprints.put(key, batchFingerprints.get(key)));
                ledger.remember(kind.name(), fingerprints);
            });
        }
        for (var key : records.keySet()) {
            if (known.containsKey(key)) {
                counts.updated++;
            } else {
                counts.created++;
            }
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private void report(RowProblem problem, String key) throws IOException {
        if (errors == null) {
            errors = CsvWriter.builder().build(errorFile);
            errors.writeRecord("line", "record", "column", "problem");
        }
        errors.writeRecord(problem.line() == 0 ? "" : String.valueOf(problem.line()), key, problem.column(), problem.getMessage());
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        var pushback = new java.io.PushbackInputStream(in, 3);
        var first = pushback.readNBytes(3);
        if (!Arrays.equals(first, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            pushback.unread(first);
        }
        return pushback;
    }
}
