package app.regulars;

import app.regulars.importing.ImportCommand;
import app.regulars.platform.audit.AuditChecks;
import app.regulars.privacy.LedgerCommand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * Starts Regulars: shop, customers' portal and staff console in one process, on one set of records. With {@code import …} as its
 * arguments it brings records in from a file and ends; with {@code check-history} it reads the whole history of deeds, says whether it is as it
 * was written, and ends with 1 if not; with {@code check-ledger} it does so with the consent ledger.
 */
@SpringBootApplication
@EnableAsync
@Modulithic(systemName = "Regulars", sharedModules = "platform")
public class RegularsApplication {

    private static final Pattern SETTING = Pattern.compile("--(spring|regulars|logging|server|db-scheduler)\\..*");

    private static final List<String> CHECK = List.of("check-ledger", "--regulars.check-ledger");

    public static void main(String[] args) {
        if (args.length > 0 && "import".equals(args[0])) {
            System.exit(importing(Arrays.asList(args).subList(1, args.length)));
        }
        if (args.length > 0 && "check-history".equals(args[0])) {
            System.exit(beside(Arrays.asList(args).subList(1, args.length), (context, rest) -> {
                var result = context.getBean(AuditChecks.class).run();
                System.out.println((result.holds() ? "the history of deeds holds: " : "the history of deeds DOES NOT HOLD: " + result.breaks() + ", ")
                        + result.entries() + " entries, end " + result.end());
                return result.holds() ? 0 : 1;
            }));
        }
        if (args.length > 0 && CHECK.contains(args[0])) {
            System.exit(beside(Arrays.asList(args).subList(1, args.length), (context, rest) -> context.getBean(LedgerCommand.class).run(System.out)));
        }
        SpringApplication.run(RegularsApplication.class, args);
    }

    private static int importing(List<String> arguments) {
        return beside(arguments, (context, rest) -> context.getBean(ImportCommand.class).run(rest, System.out));
    }

    /** The whole application, but without an open port, jobs and demonstration, whatever else the command line sets. */
    private static int beside(List<String> arguments, BiFunction<ApplicationContext, List<String>, Integer> work) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("logging.level.app.regulars", "warn");
        settings.put("spring.jpa.properties.hibernate.jdbc.batch_size", "200");
        settings.put("spring.jpa.properties.hibernate.search.indexing.plan.synchronization.strategy", "async");
        arguments.stream().filter(argument -> SETTING.matcher(argument).matches()).forEach(argument -> {
            var setting = argument.substring(2).split("=", 2);
            settings.put(setting[0], setting.length > 1 ? setting[1] : "");
        });
        settings.put("server.port", "-1");
        settings.put("db-scheduler.enabled", "false");
        settings.put("regulars.demo", "false");
        settings.put("regulars.search.mends", "false");
        var rest = arguments.stream().filter(argument -> !SETTING.matcher(argument).matches()).toList();
        var all = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(RegularsApplication.class).run(all)) {
            return work.apply(context, rest);
        }
    }
}
