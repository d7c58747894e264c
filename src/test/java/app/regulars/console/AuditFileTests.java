package app.regulars.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.audit.AuditRow;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history as a file: what customers typed stands in it, and is opened by a spreadsheet. */
class AuditFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"https://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "|x", "%x"})
    void noCellBeginsAFormula(String typed) {
        var staff = StaffId.next();
        var row = new AuditRow(UUID.randomUUID(), Instant.EPOCH, staff, "customer.changed", "customer", UUID.randomUUID(), typed, null, typed, Map.of(typed, typed),
                Map.of(typed, typed), typed, 7L, false);
        var cells = AuditFileController.cells(row, Map.of(staff, typed));
        assertThat(cells).hasSize(14).noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r|%".indexOf(cell.charAt(0)) >= 0);
        assertThat(cells.get(6)).isEqualTo("'" + typed);
    }
}
