package app.regulars.importing;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import app.regulars.platform.security.SystemWork;
import app.regulars.platform.shop.Shop;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code import <products|customers|orders|all> <file> [--mapping=…] [--dry-run] [--errors=…] [--currency=…]}; see src/docs/import.md. */
@Component
public class ImportCommand {

    private static final String USAGE = "usage: import <products|customers|orders|all> <file.csv[.gz]> [--mapping=<name or file>] [--dry-run] "
            + "[--errors=<file>] [--currency=<ISO code>]";

    private static final Set<String> WHOLE = Set.of("person", WholeCommand.IN, WholeCommand.OUT);

    private final List<ImportKind<?>> kinds;
    private final ImportLedger ledger;
    private final PersonCommand person;
    private final WholeCommand whole;
    private final TransactionTemplate transaction;
    private final SystemWork work;
    private final Shop shop;
    private final Clock clock;

    ImportCommand(List<ImportKind<?>> kinds, ImportLedger ledger, PersonCommand person, WholeCommand whole, PlatformTransactionManager transactions, SystemWork work, Shop shop,
                  Clock clock) {
        this.kinds = kinds;
        this.ledger = ledger;
        this.person = person;
        this.whole = whole;
        this.transaction = new TransactionTemplate(transactions);
        this.work = work;
        this.shop = shop;
        this.clock = clock;
    }

    /** @return 0 if everything was taken, 1 if some rows were not (they stand in the error file), 2 if nothing could be begun */
    public int run(List<String> arguments, PrintStream out) {
        var words = arguments.stream().filter(argument -> !argument.startsWith("--")).toList();
        var options = new HashMap<String, String>();
        arguments.stream().filter(argument -> argument.startsWith("--")).forEach(argument -> {
            var name = argument.substring(2).split("=", 2);
            options.put(name[0], name.length > 1 ? name[1] : "");
        });
        if (!words.isEmpty() && WHOLE.contains(words.getFirst())) {
            try {
                return words.getFirst().equals("person") ? person.run(words, out) : whole.run(words, out);
            } catch (IllegalArgumentException | UncheckedIOException wrong) {
                out.println(wrong.getMessage());
                return 2;
            }
        }
        if (words.size() != 2) {
            out.println(USAGE);
            return 2;
        }
        var wanted = wanted(words.getFirst());
        var file = Path.of(words.getLast());
        if (wanted.isEmpty() || !Files.isReadable(file)) {
            out.println(wanted.isEmpty() ? USAGE : "There is no readable file " + file + ".");
            return 2;
        }
        try {
            speak(options.get("currency"));
            var failed = new boolean[1];
            work.run(() -> wanted.forEach(kind -> failed[0] |= run(kind, file, options, out)), Roles.STAFF, Permissions.DATA_IMPORT, Permissions.CATALOG_SEE, Permissions.CATALOG_CHANGE, Permissions.STOCK_CHANGE, Permissions.PRICES_CHANGE,
                    Permissions.CUSTOMERS_CHANGE, Permissions.ORDERS_CHANGE);
            return failed[0] ? 1 : 0;
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            out.println(wrong.getMessage());
            return 2;
        }
    }

    private List<ImportKind<?>> wanted(String name) {
        var found = new ArrayList<ImportKind<?>>();
        for (var each : List.of("products", "customers", "orders")) {
            kinds.stream().filter(kind -> kind.name().equals(each) && (name.equals("all") || name.equals(each))).forEach(found::add);
        }
        return found;
    }

    private void speak(String currency) {
        if (currency != null) {
            shop.set("currency", Currency.getInstance(currency).getCurrencyCode());
        }
    }

    private <R> boolean run(ImportKind<R> kind, Path file, Map<String, String> options, PrintStream out) {
        try {
            var mapping = options.containsKey("mapping") ? Mapping.read(options.get("mapping"), kind.name()) : Mapping.none();
            var errors = Path.of(options.getOrDefault("errors", file.getFileName() + "." + kind.name() + ".errors.csv"));
            var dry = options.containsKey("dry-run");
            var counts = new ImportRun<>(kind, mapping, ledger, transaction, clock, out, dry).over(file, errors);
            out.println(kind.name() + (dry ? " (dry run): " : ": ") + counts);
            if (Files.exists(errors)) {
                out.println(kind.name() + ": what was not taken stands in " + errors.toAbsolutePath());
                return true;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
