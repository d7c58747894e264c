package app.regulars.assortment;

import app.regulars.assortment.Assortment.Whole;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The staff's door to many products at once, cell by cell. A cell says what it showed and what it shall be: one that shows something else
 * meanwhile is not saved but told. What was saved together can be taken back together.
 */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class GridDesk {

    public static final int MOST_CELLS = 2_000;
    private static final int MOST_SHOWN = 8;
    private static final JsonMapper JSON = new JsonMapper();

    private final Assortment assortment;
    private final CatalogDesk products;
    private final CurrentUser user;
    private final Shop shop;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    GridDesk(Assortment assortment, CatalogDesk products, CurrentUser user, Shop shop, JdbcTemplate jdbc, Clock clock) {
        this.assortment = assortment;
        this.products = products;
        this.user = user;
        this.shop = shop;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An article in the table. @param status "draft", "at", "shown" or "retired" @param cells what they show, by column: "price", "stock", "grams" */
    public record Row(String handle, Localized name, String status, String sku, Localized words, boolean first, Map<String, String> cells) {
    }

    /** @param column "price", "stock" or "grams" of the article, or "status" of the product (then without article number) */
    public record Cell(String handle, String sku, String column, String was, String is) {
    }

    /** @param problems by cell, of those that were not saved */
    public record Outcome(int saved, Map<Cell, Refused> problems) {
    }

    /** What was saved together. */
    public record Batch(UUID id, Instant at, StaffId by, int cells, boolean undone) {
    }

    /** Articles of the products of a page of the list. */
    @Transactional(readOnly = true)
    public List<Row> rows(String search, int page, int size) {
        return assortment.all(products.list(search, page, size).stream().map(row -> row.handle()).toList()).stream().flatMap(whole -> {
            var rows = new ArrayList<Row>();
            whole.form().variants().forEach(variant -> rows.add(new Row(whole.form().handle(), whole.form().name(), status(whole), variant.sku(),
                    words(whole.form(), variant), rows.isEmpty(), cells(whole, variant))));
            return rows.stream();
        }).toList();
    }

    private static Localized words(ProductForm form, ProductForm.Variant variant) {
        var english = new ArrayList<String>();
        var french = new ArrayList<String>();
        form.options().forEach(option -> option.values().stream().filter(value -> value.code().equals(variant.options().get(option.code()))).findFirst().ifPresent(value -> {
            english.add(value.name().en());
            french.add(value.name().in(java.util.Locale.CANADA_FRENCH));
        }));
        return new Localized(String.join(" · ", english), String.join(" · ", french));
    }

    private static Map<String, String> cells(Whole whole, ProductForm.Variant variant) {
        return Map.of("price", whole.prices().containsKey(variant.sku()) ? ProductFields.plain(whole.prices().get(variant.sku())) : "",
                "stock", whole.onHand().containsKey(variant.sku()) ? whole.onHand().get(variant.sku()).toString() : "",
                "grams", variant.weightGrams() == 0 ? "" : String.valueOf(variant.weightGrams()));
    }

    private static String status(Whole whole) {
        return switch (whole.status()) {
            case "PUBLISHED" -> "shown";
            case "RETIRED" -> "retired";
            case "SCHEDULED" -> "at";
            default -> "draft";
        };
    }

    /** Saves the cells that differ from what they showed; the others are left alone. What is wrong with one keeps no other back. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public Outcome save(StaffId by, List<Cell> cells) {
        var problems = new LinkedHashMap<Cell, Refused>();
        var saved = write(by, cells, problems, "counted");
        if (!saved.isEmpty()) {
            jdbc.update("insert into assortment_change (id, made_at, made_by, cells, undone_at) values (?, ?, ?, ?, null)", Columns.bytes(Ids.next()),
                    Columns.utc(clock.instant()), Columns.bytes(by.value()), JSON.writeValueAsString(saved));
        }
        return new Outcome(saved.size(), problems);
    }

    /** Sets every cell of a batch back to what it was; those that were changed again since are told and left. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public Outcome undo(StaffId by, UUID batch) {
        if (jdbc.update("update assortment_change set undone_at = ? where id = ? and undone_at is null", Columns.utc(clock.instant()), Columns.bytes(batch)) == 0) {
            throw new NotFound();
        }
        var cells = JSON.readValue(jdbc.queryForObject("select cells from assortment_change where id = ?", String.class, Columns.bytes(batch)),
                new TypeReference<List<Cell>>() { });
        var problems = new LinkedHashMap<Cell, Refused>();
        var back = cells.stream().map(cell -> new Cell(cell.handle(), cell.sku(), cell.column(), cell.is(), cell.was())).toList();
        return new Outcome(write(by, back, problems, "undone").size(), problems);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Batch> batches() {
        return jdbc.query("select id, made_at, made_by, cells, undone_at from assortment_change order by made_at desc, id desc limit ?", (row, n) -> new Batch(
                Columns.uuid(row.getBytes(1)), Columns.instant(row, "made_at"), new StaffId(Columns.uuid(row.getBytes(3))),
                JSON.readValue(row.getString(4), new TypeReference<List<Cell>>() { }).size(), row.getObject(5) != null), MOST_SHOWN);
    }

    private List<Cell> write(StaffId by, List<Cell> cells, Map<Cell, Refused> problems, String reason) {
        if (cells.size() > MOST_CELLS) {
            throw new Refused("assortment.grid.many", Map.of("most", MOST_CELLS));
        }
        var changed = cells.stream().filter(cell -> !cell.is().strip().equals(cell.was())).toList();
        var wholes = new LinkedHashMap<String, Whole>();
        assortment.all(changed.stream().map(Cell::handle).distinct().toList()).forEach(whole -> wholes.put(whole.form().handle(), whole));
        var saved = new ArrayList<Cell>();
        for (var whole : wholes.values()) {
            var mine = changed.stream().filter(cell -> cell.handle().equals(whole.form().handle())).filter(cell -> {
                var problem = problem(whole, cell);
                if (problem != null) {
                    problems.put(cell, problem);
                }
                return problem == null;
            }).toList();
            if (!mine.isEmpty()) {
                write(by, whole, mine, reason);
                saved.addAll(mine);
            }
        }
        changed.stream().filter(cell -> !wholes.containsKey(cell.handle())).forEach(cell -> problems.put(cell, new Refused("assortment.grid.gone")));
        return saved;
    }

    private Refused problem(Whole whole, Cell cell) {
        var variant = whole.form().variants().stream().filter(some -> some.sku().equals(cell.sku())).findFirst().orElse(null);
        if (!"status".equals(cell.column()) && variant == null) {
            return new Refused("assortment.grid.gone");
        }
        var now = "status".equals(cell.column()) ? status(whole) : cells(whole, variant).getOrDefault(cell.column(), "");
        if (!now.equals(cell.was())) {
            return new Refused("assortment.grid.stale", Map.of("now", now.isEmpty() ? "–" : now));
        }
        return switch (cell.column()) {
            case "price" -> !user.may(Permissions.PRICES_CHANGE) ? new Refused("assortment.grid.forbidden")
                    : Typed.number(cell.is(), 2) == null ? new Refused("assortment.amount", Map.of("decimals", 2)) : null;
            case "stock" -> !user.may(Permissions.STOCK_CHANGE) ? new Refused("assortment.grid.forbidden") : whole(cell, ProductSheet.MOST_PIECES);
            case "grams" -> whole(cell, ProductSheet.MOST_GRAMS);
            default -> List.of("draft", "shown", "retired").contains(cell.is()) && !("retired".equals(cell.is()) && List.of("draft", "at").contains(cell.was())) ? null
                    : new Refused("catalog.life.never");
        };
    }

    private static Refused whole(Cell cell, int most) {
        var typed = cell.is().strip();
        return typed.isEmpty() && "grams".equals(cell.column()) || typed.matches("\\d{1,7}") && Integer.parseInt(typed) <= most ? null
                : new Refused("assortment.whole", Map.of("most", most));
    }

    private void write(StaffId by, Whole whole, List<Cell> cells, String reason) {
        var prices = new LinkedHashMap<String, BigDecimal>();
        var stock = new LinkedHashMap<String, Integer>();
        var grams = new LinkedHashMap<String, Integer>();
        String status = null;
        for (var cell : cells) {
            switch (cell.column()) {
                case "price" -> prices.put(cell.sku(), Typed.number(cell.is(), 2));
                case "stock" -> stock.put(cell.sku(), Integer.valueOf(cell.is().strip()));
                case "grams" -> grams.put(cell.sku(), cell.is().isBlank() ? 0 : Integer.valueOf(cell.is().strip()));
                default -> status = cell.is();
            }
        }
        var form = whole.form();
        if (!grams.isEmpty()) {
            form = form.withVariants(form.variants().stream().map(variant -> !grams.containsKey(variant.sku()) ? variant : new ProductForm.Variant(variant.sku(),
                    variant.options(), variant.unit(), grams.get(variant.sku()), variant.backorderable(), variant.quantities(), variant.leadDays())).toList());
        }
        if ("shown".equals(status)) {
            form = form.shown("retired".equals(status(whole)) ? form.publishedAt() : clock.instant(), null);
        } else if ("draft".equals(status)) {
            form = form.shown(null, null);
        }
        if (form != whole.form()) {
            products.save(form);
        }
        if ("retired".equals(status)) {
            products.retire(by, form.handle(), null);
        }
        assortment.price(by, prices, whole.ids());
        assortment.count(by, stock, whole.onHand(), whole.ids(), reason);
    }
}
