package app.regulars.assortment;

import app.regulars.assortment.Assortment.Whole;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The staff's door to all goods as one file: products, prices and stock go out and come back. What comes back is looked at first, cell by
 * cell against the shop; it is taken as a whole, or with a single bad cell not at all.
 */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class GoodsFileDesk {

    /** Products that one file may change. */
    public static final int MOST_CHANGED = 5_000;
    private static final int CHUNK = 200;
    private static final int MOST_PROBLEMS = 500;

    private final Assortment assortment;
    private final CatalogDesk products;
    private final CurrentUser user;
    private final Shop shop;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GoodsFileDesk(Assortment assortment, CatalogDesk products, CurrentUser user, Shop shop, TransactionTemplate transaction, Clock clock) {
        this.assortment = assortment;
        this.products = products;
        this.user = user;
        this.shop = shop;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a file would do.
     *
     * @param fresh      products that are not there yet
     * @param categories by name, those that are made with it
     * @param ignored    columns that nobody knows
     * @param problems   at most 500; with one, nothing is taken
     * @param token      of exactly these changes
     */
    public record Look(int products, int fresh, int changed, List<GoodsChange> changes, List<String> categories, List<String> ignored, List<GoodsProblem> problems, String token) {
    }

    /** Writes every product with its articles, prices and stock as CSV, in the order of their names. */
    public void write(Writer out) throws IOException {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord(Arrays.stream(GoodsColumn.values()).map(GoodsColumn::header).toList());
        write(cells -> csv.writeRecord(Arrays.stream(GoodsColumn.values()).map(column -> GoodsFile.safe(cells.get(column))).toList()), csv::flush);
    }

    /** As {@link #write}, as a workbook (XLSX). */
    public void writeBook(OutputStream out) throws IOException {
        try (var book = new GoodsBook(out)) {
            write(book::add, book::flush);
        }
    }

    /** Something of a file is to be sent on. */
    @FunctionalInterface
    private interface Sending {
        void now() throws IOException;
    }

    private void write(Consumer<Map<GoodsColumn, String>> rows, Sending sending) throws IOException {
        for (int page = 0; ; page++) {
            var handles = products.list("", page, CHUNK).stream().map(row -> row.handle()).toList();
            for (var whole : assortment.all(handles)) {
                var fields = ProductFields.of(whole.form(), whole.status(), whole.prices(), whole.onHand(), shop.zone());
                GoodsCells.rows(fields).forEach(rows);
            }
            sending.now();
            if (handles.size() < CHUNK) {
                return;
            }
        }
    }

    /**
     * Reads a file and changes nothing.
     *
     * @throws Refused for what is no such file
     */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    public Look look(byte[] content) {
        return look(GoodsFile.read(content), new ArrayList<>());
    }

    /**
     * Takes the file as {@link #look} showed it.
     *
     * @param token of what was shown: where the shop was changed meanwhile, nothing is taken and what it would be now is answered
     * @return what was taken, or what keeps it from being taken: then with another token, or with problems
     */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    public Look take(StaffId by, byte[] content, String token) {
        var file = GoodsFile.read(content);
        var readings = new ArrayList<GoodsReading>();
        var look = look(file, readings);
        if (!look.problems().isEmpty() || !look.token().equals(token)) {
            return look;
        }
        var changed = readings.stream().map(GoodsReading::handle).collect(Collectors.toSet());
        return transaction.execute(status -> {
            // the large unchanged rest was read outside; what is written is read once more inside
            var inside = new ArrayList<GoodsReading>();
            var again = look(file.only(changed), inside);
            if (!again.problems().isEmpty() || !again.token().equals(token)) {
                return again;
            }
            var made = new HashSet<String>();
            inside.stream().map(GoodsReading::category).filter(Objects::nonNull).filter(category -> made.add(category.slug())).forEach(products::saveCategory);
            for (int from = 0; from < inside.size(); from += CHUNK) {
                take(by, inside.subList(from, Math.min(inside.size(), from + CHUNK)));
            }
            return look;
        });
    }

    private void take(StaffId by, List<GoodsReading> readings) {
        var ids = new HashMap<>(assortment.saveAll(readings.stream().map(GoodsReading::form).filter(Objects::nonNull).toList()));
        readings.stream().map(GoodsReading::before).filter(Objects::nonNull).forEach(before -> before.ids().forEach(ids::putIfAbsent));
        var prices = new LinkedHashMap<String, BigDecimal>();
        readings.forEach(reading -> prices.putAll(reading.prices()));
        assortment.price(by, prices, ids);
        for (var reading : readings) {
            reading.stock().forEach((sku, pieces) -> {
                try {
                    assortment.count(by, Map.of(sku, pieces), reading.isNew() ? Map.of() : reading.before().onHand(), ids, "import");
                } catch (Refused refused) {
                    throw new Refused("assortment.file.stock", Map.of("line", reading.line(sku), "sku", sku));
                }
            });
        }
    }

    private Look look(GoodsFile file, List<GoodsReading> readings) {
        var problems = new ArrayList<>(file.problems());
        var rows = file.byHandle(problems);
        var categories = products.categories();
        var now = clock.instant();
        var handles = List.copyOf(rows.keySet());
        for (int from = 0; from < handles.size(); from += CHUNK) {
            var chunk = handles.subList(from, Math.min(handles.size(), from + CHUNK));
            var there = new HashMap<String, Whole>();
            assortment.all(chunk).forEach(whole -> there.put(whole.form().handle(), whole));
            chunk.forEach(handle -> {
                var reading = GoodsReading.of(handle, there.get(handle), rows.get(handle), file.columns(), categories, now, shop.zone());
                problems.addAll(reading.problems());
                if (reading.isNew() || !reading.changes().isEmpty()) {
                    readings.add(reading);
                }
            });
        }
        readings.forEach(reading -> check(reading, rows, problems));
        var numbers = new HashMap<String, String>();
        readings.stream().filter(reading -> reading.form() != null).forEach(reading -> reading.form().variants().forEach(variant -> {
            var other = numbers.putIfAbsent(variant.sku(), reading.form().handle());
            if (other != null) {
                problems.add(new GoodsProblem(reading.line(variant.sku()), GoodsColumn.SKU.header(), new Refused("assortment.sku.taken", Map.of("handle", other))));
            }
        }));
        var fresh = (int) readings.stream().filter(GoodsReading::isNew).count();
        if (readings.size() > MOST_CHANGED) {
            problems.add(new GoodsProblem(1, "", new Refused("assortment.file.many", Map.of("most", MOST_CHANGED))));
        }
        problems.sort(Comparator.comparingLong(GoodsProblem::line));
        var changes = readings.stream().flatMap(reading -> reading.changes().stream()).toList();
        var made = new LinkedHashSet<String>();
        readings.stream().map(GoodsReading::category).filter(Objects::nonNull).map(CategoryForm::name).forEach(name -> made.add(name.en()));
        return new Look(rows.size(), fresh, readings.size() - fresh, changes, List.copyOf(made), file.ignored(), List.copyOf(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))),
                Integer.toHexString(changes.hashCode()) + "-" + changes.size());
    }

    /** What shows only beside the other products, and whether this person may do it. */
    private void check(GoodsReading reading, Map<String, ?> inFile, List<GoodsProblem> problems) {
        if (!reading.prices().isEmpty() && !user.may(Permissions.PRICES_CHANGE)) {
            forbidden(reading, reading.prices().keySet().iterator().next(), GoodsColumn.PRICE, problems);
        }
        if (!reading.stock().isEmpty() && !user.may(Permissions.STOCK_CHANGE)) {
            forbidden(reading, reading.stock().keySet().iterator().next(), GoodsColumn.STOCK, problems);
        }
        var form = reading.form();
        if (form == null) {
            return;
        }
        var own = reading.isNew() ? List.<String>of() : reading.before().form().variants().stream().map(ProductForm.Variant::sku).toList();
        form.variants().stream().map(ProductForm.Variant::sku).filter(sku -> !own.contains(sku)).forEach(sku -> assortment.holder(sku).filter(handle -> !handle.equals(form.handle()))
                .ifPresent(handle -> problems.add(new GoodsProblem(reading.line(sku), GoodsColumn.SKU.header(), new Refused("assortment.sku.taken", Map.of("handle", handle))))));
        var known = reading.isNew() ? List.<String>of() : reading.before().form().relations().stream().map(ProductForm.Relation::handle).toList();
        form.relations().stream().map(ProductForm.Relation::handle).filter(other -> !known.contains(other) && !inFile.containsKey(other) && !assortment.isThere(other))
                .forEach(other -> problems.add(new GoodsProblem(reading.line(""), GoodsColumn.RELATIONS.header(), new Refused("assortment.file.other", Map.of("handle", other)))));
    }

    private static void forbidden(GoodsReading reading, String sku, GoodsColumn column, List<GoodsProblem> problems) {
        problems.add(new GoodsProblem(reading.line(sku), column.header(), new Refused("assortment.grid.forbidden")));
    }
}
