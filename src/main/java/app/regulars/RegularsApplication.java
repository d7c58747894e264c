package app.regulars;

import app.regulars.importing.ImportCommand;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * Starts Regulars: shop, customers' portal and staff console in one process, on one set of records. With {@code import …} as its
 * arguments it brings records in from a file and ends.
 */
@SpringBootApplication
@EnableAsync
@Modulithic(systemName = "Regulars", sharedModules = "platform")
public class RegularsApplication {

    public static void main(String[] args) {
        if (args.length > 0 && "import".equals(args[0])) {
            System.exit(importing(Arrays.asList(args).subList(1, args.length)));
        }
        SpringApplication.run(RegularsApplication.class, args);
    }

    /** The whole application, but without an open port, jobs and demonstration. */
    private static int importing(List<String> arguments) {
        var settings = arguments.stream().filter(argument -> argument.matches("--(spring|regulars|logging)\\..*")).toArray(String[]::new);
        var rest = arguments.stream().filter(argument -> !argument.matches("--(spring|regulars|logging)\\..*")).toList();
        var quiet = new String[] {"--server.port=-1", "--db-scheduler.enabled=false", "--regulars.demo=false", "--logging.level.app.regulars=warn",
            "--spring.jpa.properties.hibernate.jdbc.batch_size=200",
            "--spring.jpa.properties.hibernate.search.indexing.plan.synchronization.strategy=async"};
        var all = new String[quiet.length + settings.length];
        System.arraycopy(quiet, 0, all, 0, quiet.length);
        System.arraycopy(settings, 0, all, quiet.length, settings.length);
        try (var context = new SpringApplicationBuilder(RegularsApplication.class).run(all)) {
            return context.getBean(ImportCommand.class).run(rest, System.out);
        }
    }
}
