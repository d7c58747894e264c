package app.regulars.ordering.ui.staff;

import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderExport;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderStatus;
import app.regulars.ordering.PickList;
import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is printed of orders, and taken away as a file: the pick list of several, packing slips, lines. */
@Controller
class OrderPrints {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final int MOST = 50;

    private final OrderDesk desk;
    private final OrderExport export;
    private final CurrentUser user;
    private final Templates templates;

    OrderPrints(OrderDesk desk, OrderExport export, CurrentUser user, Templates templates) {
        this.desk = desk;
        this.export = export;
        this.user = user;
        this.templates = templates;
    }

    @GetMapping("/console/orders/picking")
    ResponseEntity<String> picking(@RequestParam(defaultValue = "") List<String> orders, Locale locale) {
        var files = files(orders);
        return paper("ordering/paper-picking.jte", locale, Map.of("list", PickList.of(files), "orders", files));
    }

    @GetMapping("/console/orders/slips")
    ResponseEntity<String> slips(@RequestParam(defaultValue = "") List<String> orders, Locale locale) {
        var slips = new ArrayList<OrderSlip>();
        for (var file : files(orders)) {
            var here = file.parcels().stream().filter(parcel -> parcel.shippedAt() == null).toList();
            here.forEach(parcel -> slips.add(new OrderSlip(file, parcel)));
            if (here.isEmpty()) {
                slips.add(new OrderSlip(file, file.open().isEmpty() && !file.parcels().isEmpty() ? file.parcels().getLast() : null));
            }
        }
        return paper("ordering/paper-slips.jte", locale, Map.of("slips", slips));
    }

    @GetMapping("/console/orders/{number}/slip")
    ResponseEntity<String> slip(@PathVariable String number, @RequestParam(defaultValue = "0") int shipment, Locale locale) {
        var file = files(List.of(number)).getFirst();
        var parcel = file.parcels().stream().filter(each -> each.number() == shipment).findFirst().orElse(null);
        return paper("ordering/paper-slips.jte", locale, Map.of("slips", List.of(new OrderSlip(file, parcel))));
    }

    @GetMapping("/console/orders/lines.csv")
    void lines(@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String channel,
               @RequestParam(defaultValue = "") String held, @RequestParam(defaultValue = "") String late, @RequestParam(defaultValue = "") String agent, HttpServletResponse response) throws IOException {
        // asked before a byte is written, so that a refusal is a page of its own
        if (!user.may(Permissions.DATA_EXPORT) || !user.may(Permissions.ORDERS_SEE)) {
            throw new AccessDeniedException("no export");
        }
        var wanted = Arrays.stream(OrderStatus.values()).filter(each -> each.code().equals(status)).findFirst().orElse(null);
        var filter = new OrderFilter(wanted, q.length() <= 100 ? q : q.substring(0, 100), null, channel.matches("[a-z-]{1,20}") ? channel : "", "yes".equals(held),
                "yes".equals(late), agent.matches("[A-Z0-9-]{1,40}") ? agent : "");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"order-lines.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // spreadsheets take a file without this mark for one in the machine's own letters
            out.write('\uFEFF');
            export.write(filter, out, user.requireStaff());
        }
    }

    private List<OrderFile> files(List<String> numbers) {
        if (!user.may(Permissions.ORDERS_SHIP)) {
            throw new AccessDeniedException("no papers");
        }
        var wanted = numbers.stream().filter(number -> number.length() <= 60).distinct().limit(MOST).toList();
        if (wanted.isEmpty()) {
            throw new NotFound();
        }
        return wanted.stream().map(number -> desk.open(new OrderNumber(number), user.requireStaff())).toList();
    }

    private ResponseEntity<String> paper(String template, Locale locale, Map<String, Object> values) {
        return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noStore()).body(templates.render(template, Languages.of(locale.toLanguageTag()), values));
    }
}
