package app.regulars.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestDatabase;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The whole of a real shop's file, 370,931 lines, by the command of the packaged application, against a sum made by hand. */
class OnlineRetailImportIT {

    private static final Path FILE = Path.of(System.getProperty("regulars.shared", "../shared"), "data", "online-retail", "online_retail_to_2011-09-30.csv.gz");
    private static final Path ERRORS = Path.of("target", "online-retail.errors.csv");

    private record Bought(BigDecimal total, long orders) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Bought(var sum, var count) && sum.compareTo(total) == 0 && count == orders;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(orders);
        }
    }

    @Test
    void countsForEveryCustomerWhatTheFileSaysAndASecondRunChangesNothing() throws Exception {
        assumeThat(FILE).as("the Online Retail file, which is not part of the product").isRegularFile();
        assumeThat(TestDatabase.get().isMySql()).as("on MySQL, where volume counts").isTrue();
        Files.deleteIfExists(ERRORS);
        var schema = TestDatabase.get().newSharedSchema();
        try {
            // a word about the demonstration given by hand is overruled, not stumbled over
            var first = imported(schema, "--regulars.demo=true");
            assertThat(first.status()).as(first.output()).isZero();
            assertThat(ERRORS).doesNotExist();
            var sold = inDatabase(schema);
            assertThat(sold).hasSizeGreaterThan(3_000).isEqualTo(inFile());

            var second = imported(schema);
            assertThat(second.status()).as(second.output()).isZero();
            assertThat(second.output()).contains("0 created, 0 updated").doesNotContainPattern("[1-9][0-9,]* (created|updated)");
            assertThat(inDatabase(schema)).isEqualTo(sold);
        } finally {
            TestDatabase.get().drop(schema);
        }
    }

    private static RunningApplication.Finished imported(TestDatabase.Schema schema, String... more) {
        var arguments = new ArrayList<>(List.of("import", "all", FILE.toString(), "--mapping=online-retail", "--currency=GBP", "--errors=" + ERRORS));
        arguments.addAll(List.of(more));
        return RunningApplication.run(schema, arguments.toArray(String[]::new));
    }

    private static Map<String, Bought> inFile() throws IOException {
        var totals = new TreeMap<String, BigDecimal>();
        var invoices = new TreeMap<String, Set<String>>();
        try (var lines = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            lines.forEach(line -> {
                var customer = line.getField("CustomerID").strip();
                var who = "customer-" + (customer.isEmpty() ? "not-recorded" : customer) + "@import.invalid";
                totals.merge(who, new BigDecimal(line.getField("UnitPrice")).multiply(new BigDecimal(line.getField("Quantity"))), BigDecimal::add);
                invoices.computeIfAbsent(who, none -> new HashSet<>()).add(line.getField("InvoiceNo"));
            });
        }
        var all = new TreeMap<String, Bought>();
        totals.forEach((who, total) -> all.put(who, new Bought(total, invoices.get(who).size())));
        return all;
    }

    private static Map<String, Bought> inDatabase(TestDatabase.Schema schema) throws SQLException {
        var all = new TreeMap<String, Bought>();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
             var rows = connection.createStatement().executeQuery("select c.email, sum(o.total), count(*) from sales_order o "
                     + "join customer c on c.id = o.customer_id where o.currency = 'GBP' group by c.email")) {
            while (rows.next()) {
                all.put(rows.getString(1), new Bought(rows.getBigDecimal(2), rows.getLong(3)));
            }
        }
        return all;
    }
}
