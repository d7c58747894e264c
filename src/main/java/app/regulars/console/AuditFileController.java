package app.regulars.console;

import app.regulars.platform.audit.AuditDesk;
import app.regulars.platform.audit.AuditRow;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffDirectory;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of deeds as a file that a spreadsheet opens. The door asks for the permission and keeps that it was taken out. */
@Controller
class AuditFileController {

    private static final String DANGEROUS = "=+-@\t\r";

    private final AuditDesk desk;
    private final AuditQuestion question;
    private final StaffDirectory staff;
    private final CurrentUser user;

    AuditFileController(AuditDesk desk, AuditQuestion question, StaffDirectory staff, CurrentUser user) {
        this.desk = desk;
        this.question = question;
        this.staff = staff;
        this.user = user;
    }

    @GetMapping("/console/audit.csv")
    void file(@RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        // asked before a byte is written, so that a refusal is a page of its own
        if (!user.may(Permissions.AUDIT_EXPORT)) {
            throw new AccessDeniedException("no export");
        }
        var names = new HashMap<StaffId, String>();
        staff.everybody().forEach(card -> names.put(card.id(), card.name()));
        var what = new java.util.TreeMap<>(asked);
        what.keySet().retainAll(AuditQuestion.NAMES);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        // spreadsheets take a file without this mark for one in the machine's own letters
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            var begun = new boolean[1];
            var csv = CsvWriter.builder().build(out);
            Runnable head = () -> {
                if (!begun[0]) {
                    begun[0] = true;
                    csv.writeRecord("\uFEFFposition", "at", "staff", "staff_id", "action", "kind", "record", "record_id", "customer_id", "detail", "before", "after", "reason", "erased");
                }
            };
            desk.export(question.filter(asked), what.toString(), user.requireStaff(), row -> {
                head.run();
                csv.writeRecord(cells(row, names));
            });
            head.run();
        }
    }

    private static String[] cells(AuditRow row, Map<StaffId, String> names) {
        return new String[] {Objects.toString(row.position(), ""), row.at().toString(), safe(row.staff() == null ? "" : names.getOrDefault(row.staff(), "")),
            Objects.toString(row.staff(), ""), safe(row.action()), safe(row.subjectKind()), safe(row.label()), row.subject().toString(),
            Objects.toString(row.customer(), ""), safe(row.detail()), safe(words(row.before())), safe(words(row.after())), safe(row.reason()), String.valueOf(row.erased())};
    }

    private static String words(Map<String, Object> fields) {
        return String.join("; ", fields.entrySet().stream().map(entry -> entry.getKey() + ": " + Objects.toString(entry.getValue(), "")).toList());
    }

    /** A cell that begins like a formula would be one in a spreadsheet: an apostrophe makes it a text again. */
    static String safe(String text) {
        return text == null ? "" : !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
