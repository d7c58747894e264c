package app.regulars.console;

import app.regulars.platform.audit.AuditDesk;
import app.regulars.platform.audit.AuditRow;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.StepUp;
import app.regulars.platform.text.SpreadsheetText;
import app.regulars.staff.StaffDirectory;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of deeds as a file that a spreadsheet opens. The door asks for the permission and keeps that it was taken out. */
@Controller
class AuditFileController {

    private final AuditDesk desk;
    private final AuditQuestion question;
    private final StaffDirectory staff;
    private final CurrentUser user;
    private final StepUp stepUp;

    AuditFileController(AuditDesk desk, AuditQuestion question, StaffDirectory staff, CurrentUser user, StepUp stepUp) {
        this.desk = desk;
        this.question = question;
        this.staff = staff;
        this.user = user;
        this.stepUp = stepUp;
    }

    @GetMapping("/console/audit.csv")
    void file(@RequestParam Map<String, String> asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // asked before a byte is written, so that a refusal is a page of its own
        if (!user.may(Permissions.AUDIT_EXPORT)) {
            throw new AccessDeniedException("no export");
        }
        if (!stepUp.isFresh()) {
            response.sendRedirect(StepUp.page("/console/audit" + (request.getQueryString() == null ? "" : "?" + request.getQueryString())));
            return;
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
            var csv = CsvWriter.builder().build(out);
            csv.writeRecord("\uFEFFposition", "at", "staff", "staff_id", "action", "kind", "record", "record_id", "customer_id", "detail", "before", "after", "reason", "erased");
            desk.export(question.filter(asked), what.toString(), user.requireStaff(), row -> csv.writeRecord(cells(row, names)));
        }
    }

    static List<String> cells(AuditRow row, Map<StaffId, String> names) {
        return Stream.of(row.position(), row.at(), names.get(row.staff()), row.staff(), row.action(), row.subjectKind(), row.label(), row.subject(), row.customer(), row.detail(),
                words(row.before()), words(row.after()), row.reason(), row.erased()).map(cell -> SpreadsheetText.safe(Objects.toString(cell, ""))).toList();
    }

    private static String words(Map<String, Object> fields) {
        return String.join("; ", fields.entrySet().stream().map(entry -> entry.getKey() + ": " + Objects.toString(entry.getValue(), "")).toList());
    }
}
