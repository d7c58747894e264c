package app.regulars.shipping;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The staff's door for lists of tracking news as carriers mail them: number, status, moment, place, one a line. Again changes nothing. */
@Service
@RolesAllowed(Permissions.ORDERS_SHIP)
public class TrackingFileDesk {

    private static final int LONGEST = 90_000;

    private final TrackingNews news;
    private final AuditTrail audit;

    TrackingFileDesk(TrackingNews news, AuditTrail audit) {
        this.news = news;
        this.audit = audit;
    }

    /** @param problems lines that moved nothing, from 1 on, and why: a text shipping.news.{what} */
    public record Outcome(int kept, int known, List<Problem> problems) {
    }

    public record Problem(long line, String what) {
    }

    /** @throws Refused beside "news" for what is no list */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public Outcome read(String csv, StaffId by) {
        if (csv == null || csv.isBlank() || csv.length() > LONGEST) {
            throw new Refused("shipping.news.none", "news", Map.of());
        }
        var kept = 0;
        var known = 0;
        var problems = new ArrayList<Problem>();
        var separator = csv.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(csv)) {
            for (var record : reader) {
                var cells = record.getFields().stream().map(String::strip).toList();
                if (cells.size() < 2 || "number".equalsIgnoreCase(cells.getFirst())) {
                    continue;
                }
                try {
                    var at = cells.size() > 2 && !cells.get(2).isEmpty() ? Instant.parse(cells.get(2)) : null;
                    switch (news.take(cells.getFirst(), cells.get(1).toLowerCase(Locale.ROOT), cells.size() > 3 ? cells.get(3) : null, at)) {
                        case KEPT -> kept++;
                        case KNOWN -> known++;
                        case UNKNOWN_NUMBER -> problems.add(new Problem(record.getStartingLineNumber(), "number"));
                        case UNKNOWN_WORD -> problems.add(new Problem(record.getStartingLineNumber(), "word"));
                        default -> throw new IllegalStateException();
                    }
                } catch (DateTimeParseException notAMoment) {
                    problems.add(new Problem(record.getStartingLineNumber(), "moment"));
                }
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new Refused("shipping.news.none", "news", Map.of());
        }
        audit.record(by, "shipment.news", "tracking-file", Ids.next(), kept + " kept, " + known + " known, " + problems.size() + " not read");
        return new Outcome(kept, known, problems);
    }
}
