package app.regulars.assortment.ui.staff;

import app.regulars.assortment.GridDesk;
import app.regulars.assortment.GridDesk.Cell;
import app.regulars.assortment.GridDesk.Row;
import app.regulars.catalog.CatalogDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Prices, stock, weights and status of many products in one table; a change of many is shown in its cells before it is saved. */
@Route("console/catalog/grid")
@JsModule("./regulars-desk.ts")
@RolesAllowed(Permissions.CATALOG_CHANGE)
class GridView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 40;
    private static final int MOST_PAGES = 10_000;
    private static final List<String> COLUMNS = List.of("price", "stock", "grams");
    private static final Set<String> STATUS = Set.of("shown", "draft", "retired");

    private final transient GridDesk desk;
    private final transient CatalogDesk products;
    private final transient StaffNames names;
    private final transient CurrentUser user;
    private final transient Texts texts;
    /** What the table shows; a cell is saved against it. */
    private transient List<Row> rows = List.of();

    GridView(Templates templates, GridDesk desk, CatalogDesk products, StaffNames names, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.products = products;
        this.names = names;
        this.user = user;
        this.texts = texts;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", ""))).on("sheet", typed -> {
            if ("bulk".equals(typed.get("do"))) {
                preview(typed);
            } else {
                save(typed);
            }
        }).on("undo", this::undo);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("assortment.grid"));
        read();
        refresh(Map.of(), Map.of(), null);
    }

    private void read() {
        rows = desk.rows(parameter("q"), number("page", 1, 1, MOST_PAGES) - 1, SIZE);
    }

    private void save(Map<String, String> typed) {
        var cells = new LinkedHashMap<Cell, String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (var column : COLUMNS) {
                var name = "c" + i + "-" + column;
                if (typed.containsKey(name)) {
                    cells.put(new Cell(row.handle(), row.sku(), column, row.cells().get(column), typed.get(name).strip()), name);
                }
            }
            var name = "c" + i + "-status";
            if (row.first() && typed.containsKey(name)) {
                cells.put(new Cell(row.handle(), "", "status", row.status(), typed.get(name)), name);
            }
        }
        try {
            var outcome = desk.save(user.requireStaff(), List.copyOf(cells.keySet()));
            var problems = new LinkedHashMap<String, String>();
            var left = new HashMap<String, String>();
            outcome.problems().forEach((cell, refused) -> {
                problems.put(cells.get(cell), texts.get(locale(), refused.key(), refused.arguments()));
                left.put(cells.get(cell), cell.is());
            });
            read();
            if (outcome.saved() > 0) {
                Notices.done(getTranslation("assortment.grid.saved", "count", outcome.saved()));
            }
            refresh(left, problems, problems.isEmpty() ? outcome.saved() == 0 ? "assortment.grid.nothing" : null : "assortment.grid.problems");
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        } catch (Refused refused) {
            refresh(typed, Map.of(), refused.key());
        }
    }

    /** Fills the cells of the chosen rows with what they would be; nothing is saved. */
    private void preview(Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        var chosen = Arrays.stream(typed.getOrDefault("pick", "").split("\n")).filter(each -> each.matches("\\d{1,4}")).map(Integer::valueOf).filter(i -> i < rows.size())
                .collect(Collectors.toSet());
        var how = typed.getOrDefault("how", "");
        var amount = typed.getOrDefault("amount", "").strip().replace(',', '.').replace("%", "").replace("−", "-").strip();
        var counts = STATUS.contains(how) || amount.matches("[+-]?\\d{1,7}(\\.\\d{1,2})?");
        if (chosen.isEmpty() || !counts) {
            refresh(fields, Map.of(), chosen.isEmpty() ? "assortment.grid.choose" : "assortment.grid.amount");
            return;
        }
        for (var i : chosen) {
            if (STATUS.contains(how)) {
                var first = i;
                while (!rows.get(first).first()) {
                    first--;
                }
                fields.put("c" + first + "-status", how);
                continue;
            }
            var number = new BigDecimal(amount);
            var now = fields.getOrDefault("c" + i + "-price", "").replace(',', '.');
            switch (how) {
                case "percent" -> {
                    if (now.matches("\\d+(\\.\\d+)?")) {
                        var raised = new BigDecimal(now).multiply(BigDecimal.ONE.add(number.movePointLeft(2))).setScale(2, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
                        fields.put("c" + i + "-price", raised.toPlainString());
                    }
                }
                case "price" -> fields.put("c" + i + "-price", number.abs().setScale(2, RoundingMode.HALF_UP).toPlainString());
                default -> fields.put("c" + i + "-stock", number.abs().setScale(0, RoundingMode.HALF_UP).toPlainString());
            }
        }
        refresh(fields, Map.of(), "assortment.grid.preview");
        getElement().executeJs("setTimeout(()=>this.querySelector('#sheet-note')?.focus())");
    }

    private void undo(Map<String, String> values) {
        try {
            var outcome = desk.undo(user.requireStaff(), UUID.fromString(values.getOrDefault("id", "")));
            read();
            Notices.done(getTranslation("assortment.grid.undone", "count", outcome.saved(), "left", outcome.problems().size()));
            refresh(Map.of(), Map.of(), null);
        } catch (NotFound | IllegalArgumentException gone) {
            read();
            refresh(Map.of(), Map.of(), null);
        }
    }

    private void refresh(Map<String, String> typed, Map<String, String> problems, String note) {
        var page = number("page", 1, 1, MOST_PAGES);
        var total = products.count(parameter("q"));
        var batches = desk.batches();
        var model = new HashMap<String, Object>();
        model.put("rows", rows);
        model.put("typed", typed);
        model.put("problems", problems);
        model.put("note", note);
        model.put("picked", new ArrayList<>(Arrays.asList(typed.getOrDefault("pick", "").split("\n"))));
        model.put("query", parameter("q"));
        model.put("total", total);
        model.put("previous", page > 1 ? address(Map.of("page", page == 2 ? "" : String.valueOf(page - 1))) : null);
        model.put("next", (long) page * SIZE < total ? address(Map.of("page", String.valueOf(page + 1))) : null);
        model.put("mayPrice", user.may(Permissions.PRICES_CHANGE));
        model.put("mayStock", user.may(Permissions.STOCK_CHANGE));
        model.put("batches", batches);
        model.put("people", names.names(batches.stream().map(GridDesk.Batch::by).distinct().toList()));
        show("assortment/grid.jte", model);
    }
}
