package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomerExport;
import app.regulars.customer.CustomerFilter;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.StepUp;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list as a file, with the filters of its address. Begins with the mark by which spreadsheets know the letters. */
@Controller
@RolesAllowed(Permissions.DATA_EXPORT)
class CustomerFileController {

    private final CustomerExport export;
    private final CurrentUser user;
    private final StepUp stepUp;
    private final Clock clock;

    CustomerFileController(CustomerExport export, CurrentUser user, StepUp stepUp, Clock clock) {
        this.export = export;
        this.user = user;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    @GetMapping("/console/customers.csv")
    @RolesAllowed(Permissions.DATA_EXPORT)
    void download(@RequestParam Map<String, String> parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!stepUp.isFresh()) {
            response.sendRedirect(StepUp.page("/console/customers" + (request.getQueryString() == null ? "" : "?" + request.getQueryString())));
            return;
        }
        var by = user.requireStaff();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"customers-" + clock.instant().toString().substring(0, 10) + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF');
        export.write(CustomerFilter.of(parameters), out, by);
    }
}
