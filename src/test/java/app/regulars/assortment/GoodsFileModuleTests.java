package app.regulars.assortment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.testing.RegularsTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
class GoodsFileModuleTests {

    @Autowired
    private GoodsFileDesk desk;
    @Autowired
    private AssortmentDesk products;
    @Autowired
    private CatalogDesk catalog;
    @Autowired
    private Catalog shop;
    @Autowired
    private SystemWork work;

    private final StaffId nora = new StaffId(Ids.next());

    @BeforeEach
    void goods() {
        work.run(() -> {
            if (catalog.form("file-mug").isPresent()) {
                return;
            }
            var mug = new HashMap<>(ProductFields.empty());
            mug.putAll(Map.of("name-en", "=Mug, \"big\"", "name-fr", "Tasse; grande", "handle", "file-mug", "category", "new", "category-en", "File mugs", "category-fr", "Tasses",
                    "description-en", "First.\n\nSecond, with 'quotes'.", "description-fr", "Premier.\n\nSecond.", "state", "now", "until", "2031-05-06T07:08"));
            mug.putAll(Map.of("o0-en", "Colour", "o0-fr", "Couleur", "o0v0-en", "Blue", "o0v0-fr", "Bleu", "o0v1-en", "White", "o0v1-fr", "Blanc"));
            mug.putAll(Map.of("s0-name-en", "Capacity", "s0-name-fr", "Contenance", "s0-value-en", "300 ml: full", "s0-value-fr", "300 ml", "v0-sku", "FM", "v0-price", "24,50",
                    "v0-grams", "400", "v0-unit", "300", "v0-measure", "ml"));
            mug = new HashMap<>(ProductSheet.withVariants(mug, null));
            mug.putAll(Map.of("v0-stock", "5", "v1-stock", "7", "v1-later", "on"));
            assertThat(products.save(nora, null, null, mug).problems()).isEmpty();
            var pot = new HashMap<>(ProductFields.empty());
            pot.putAll(Map.of("name-en", "Pot", "handle", "file-pot", "category", "file-mugs", "v0-sku", "FP-1", "v0-price", "80", "r0-kind", "goes-with", "r0-other", "file-mug", "r0-why-en",
                    "Pours well", "r0-why-fr", "Verse bien"));
            assertThat(products.save(nora, null, null, pot).problems()).isEmpty();
        }, all());
    }

    @Test
    void whatWentOutComesBackAndChangesNothing() {
        work.run(() -> {
            var file = export();
            var look = look(file);
            assertThat(look.problems()).isEmpty();
            assertThat(look.changes()).isEmpty();
            // as a spreadsheet of another country writes it back
            var other = new StringBuilder("\uFEFF");
            var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(file);
            rows.forEach(row -> other.append(String.join(";", row.getFields().stream().map(cell -> "\"" + cell.replaceAll("^(\\d+)\\.(\\d)0$", "$1,$2").replace("\n", "\r\n").replace("TRUE", "VRAI")
                    .replace("\"", "\"\"") + "\"").toList())).append("\r\n"));
            assertThat(look(other.toString()).changes()).isEmpty();
            assertThat(look(other.toString()).problems()).isEmpty();
        }, all());
    }

    @Test
    void changesExactlyTheCellsThatWereChanged() {
        work.run(() -> {
            var before = catalog.form("file-mug").orElseThrow();
            var pot = catalog.form("file-pot").orElseThrow();
            var file = ("Handle,Title FR,Variant SKU,Option1 Value,Variant Price,Variant Inventory Qty,Nonsense\nfile-mug,Tasse neuve,FM-BLUE,Blue,26,9,x\nfile-mug,,FM-RED,Red,27.5,3,x\n");
            var look = look(file);
            assertThat(look.problems()).isEmpty();
            assertThat(look.ignored()).containsExactly("Nonsense");
            assertThat(look.changes()).extracting(GoodsChange::column).containsExactlyInAnyOrder("Title FR", "Variant Price", "Variant Inventory Qty", "Variant SKU", "Variant Price",
                    "Variant Inventory Qty");
            assertThat(take(file, look.token()).problems()).isEmpty();
            var after = catalog.form("file-mug").orElseThrow();
            assertThat(after.name()).isEqualTo(new Localized(before.name().en(), "Tasse neuve"));
            assertThat(after.variants()).extracting(ProductForm.Variant::sku).containsExactly("FM-BLUE", "FM-WHITE", "FM-RED");
            assertThat(after.withVariants(before.variants()).retireAt()).isEqualTo(before.retireAt());
            assertThat(List.of(after.description(), after.specs(), after.publishedAt(), after.variants().get(0), after.variants().get(1)))
                    .isEqualTo(List.of(before.description(), before.specs(), before.publishedAt(), before.variants().get(0), before.variants().get(1)));
            assertThat(catalog.form("file-pot").orElseThrow()).isEqualTo(pot);
            var fields = products.sheet("file-mug").orElseThrow().fields();
            assertThat(fields).containsEntry("v0-price", "26").containsEntry("v0-stock", "9").containsEntry("v1-stock", "7").containsEntry("v2-price", "27.50").containsEntry("v2-choice", "colour=red");
            assertThat(look(export()).changes()).isEmpty();
            // and back, so that the other tests find what they know
            var back = "Handle,Title FR,Variant SKU,Variant Price,Variant Inventory Qty\nfile-mug,Tasse; grande,FM-BLUE,24.50,5\n";
            take(back, look(back).token());
        }, all());
    }

    @Test
    void namesEveryBadCellByLineAndColumnAndWritesNothing() {
        work.run(() -> {
            var was = export();
            var file = "Handle,Title,Type,Status,Variant SKU,Variant Price,Variant Inventory Qty,Relations\n"
                    + "file-mug,,,,FM-BLUE,99,1,\n"
                    + "file-mug,,,,FM-WHITE,cheap,-3,\n"
                    + ",Nobody,,,N-1,1,1,\n"
                    + "file-new,,Novelties,gone,FP-1,5,1,goes-with nothing-here\n"
                    + "file-pot,Pot,File mugs,draft,FP-1\n"
                    + "file-pot,\"Pot\",File mugs,draft,FP-1,,1,\"goes-with never-there: why\"\n";
            var look = look(file);
            assertThat(look.problems()).extracting(problem -> problem.line() + " " + problem.column() + " " + problem.why().key()).contains("3 Variant Price assortment.amount",
                    "3 Variant Inventory Qty assortment.whole", "4 Handle assortment.empty", "5 Title assortment.empty", "5 Status assortment.file.one-of",
                    "5 Relations assortment.file.relation", "6  assortment.file.cells", "7 Variant Price assortment.file.emptied");
            assertThat(take(file, look.token()).problems()).isNotEmpty();
            assertThat(export()).isEqualTo(was);
            assertThat(catalog.categories()).noneMatch(category -> category.slug().equals("novelties"));
        }, all());
        assertThatThrownBy(() -> work.run(() -> look("Name,Price\nx,1\n"), all())).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("assortment.file.header"));
        assertThatThrownBy(() -> work.run(() -> desk.look("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1)), all())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> work.run(() -> desk.look("Handle,Title\nx,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)), all())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.key()).isEqualTo("assortment.file.letters"));
    }

    @Test
    void takesAnArticleNumberFromNobodyAndAsksForEachPermission() {
        var file = "Handle,Title,Variant SKU,Variant Price\nfile-thief,Thief,FP-1,1\n";
        work.run(() -> assertThat(look(file).problems()).extracting(problem -> problem.why().key()).containsExactly("assortment.sku.taken"), all());
        var price = "Handle,Variant SKU,Variant Price\nfile-pot,FP-1,81\n";
        work.run(() -> assertThat(look(price).problems()).extracting(problem -> problem.why().key()).containsExactly("assortment.grid.forbidden"), Permissions.CATALOG_SEE, Permissions.CATALOG_CHANGE);
        assertThatThrownBy(() -> work.run(() -> take(price, ""), Permissions.CATALOG_SEE)).isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void fillsAnEmptyShopAndTakesNothingThatWasChangedMeanwhile() {
        work.run(() -> {
            var file = "Handle,Title,Type,Status,Option1 Name,Variant SKU,Option1 Value,Variant Price,Variant Inventory Qty\nfile-tea,Tea,Fine teas,active,Weight,FT-1,50 g,9.50,3\nfile-tea,,,,,FT-2,100 g,17,0\n";
            var look = look(file);
            assertThat(look.problems()).isEmpty();
            assertThat(look.categories()).containsExactly("Fine teas");
            assertThat(take(file, look.token()).problems()).isEmpty();
            assertThat(shop.product("file-tea").orElseThrow().path()).extracting(link -> link.slug()).containsExactly("fine-teas");
            assertThat(look(file).changes()).isEmpty();
            var dearer = "Handle,Variant SKU,Variant Price\nfile-tea,FT-1,10\n";
            var seen = look(dearer);
            var meanwhile = "Handle,Variant SKU,Variant Price\nfile-tea,FT-1,11\n";
            take(meanwhile, look(meanwhile).token());
            assertThat(take(dearer, seen.token()).token()).isNotEqualTo(seen.token());
            assertThat(products.sheet("file-tea").orElseThrow().fields()).containsEntry("v0-price", "11");
        }, all());
    }

    @Test
    void aWorkbookSaysTheSameAsTheTextAndIsReadAsSpreadsheetsWriteIt() {
        work.run(() -> {
            var same = desk.look(book(out -> desk.writeBook(out)));
            assertThat(same.problems()).isEmpty();
            assertThat(same.changes()).isEmpty();
            assertThat(same.ignored()).isEmpty();
            assertThat(same.products()).isEqualTo(look(export()).products());
            var typed = book(out -> {
                var workbook = new Workbook(out, "Somebody", "1.0");
                var sheet = workbook.newWorksheet("Anything");
                var head = List.of("Handle", "Retires At", "Variant SKU", "Variant Price", "Variant Inventory Qty", "Backorder", "Nonsense");
                for (int i = 0; i < head.size(); i++) {
                    sheet.value(0, i, head.get(i));
                }
                sheet.value(1, 0, "file-mug");
                sheet.value(1, 1, java.time.LocalDateTime.of(2032, 1, 2, 3, 4));
                sheet.value(1, 2, "FM-WHITE");
                sheet.value(1, 3, 26.5);
                sheet.value(1, 4, 8);
                sheet.value(1, 5, false);
                sheet.value(3, 0, "file-pot");
                sheet.value(3, 2, "FP-1");
                sheet.value(3, 3, "cheap");
                workbook.finish();
            });
            var look = desk.look(typed);
            assertThat(look.ignored()).containsExactly("Nonsense");
            assertThat(look.changes()).extracting(change -> change.line() + " " + change.column() + " " + change.is()).contains("2 Retires At 2032-01-02T03:04", "2 Variant Price 26.5",
                    "2 Variant Inventory Qty 8");
            assertThat(look.problems()).extracting(problem -> problem.line() + " " + problem.column() + " " + problem.why().key()).containsExactlyInAnyOrder("4 Variant Inventory Qty assortment.file.emptied", "4 Variant Price assortment.amount");
        }, all());
    }

    @Test
    void refusesAWorkbookThatIsBrokenOrUnpacksToFarMore() {
        work.run(() -> {
            var whole = book(out -> desk.writeBook(out));
            assertThatThrownBy(() -> desk.look(Arrays.copyOf(whole, whole.length / 2))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("assortment.file.workbook"));
            var bomb = book(out -> {
                try (var zip = new ZipOutputStream(out)) {
                    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                    var nothing = new byte[1024 * 1024];
                    for (int mb = 0; mb < 201; mb++) {
                        zip.write(nothing);
                    }
                }
            });
            assertThat(bomb).hasSizeLessThan(1024 * 1024);
            assertThatThrownBy(() -> desk.look(bomb)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("assortment.file.unpacked"));
        }, all());
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] book(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String export() {
        var out = new StringWriter();
        try {
            desk.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private GoodsFileDesk.Look look(String file) {
        return desk.look(file.getBytes(StandardCharsets.UTF_8));
    }

    private GoodsFileDesk.Look take(String file, String token) {
        return desk.take(nora, file.getBytes(StandardCharsets.UTF_8), token);
    }

    private static String[] all() {
        return Permissions.codes().toArray(String[]::new);
    }
}
