package app.regulars;

import app.regulars.importing.ImportCommand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern SETTING = Pattern.compile("--(spring|regulars|logging|server|db-scheduler)\\..*");

    public static void main(String[] args) {
        if (args.length > 0 && "import".equals(args[0])) {
            System.exit(importing(Arrays.asList(args).subList(1, args.length)));
        }
        SpringApplication.run(RegularsApplication.class, args);
    }

    /** The whole application, but without an open port, jobs and demonstration, whatever else the command line sets. */
    private static int importing(List<String> arguments) {
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
        var rest = arguments.stream().filter(argument -> !SETTING.matcher(argument).matches()).toList();
        var all = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(RegularsApplication.class).run(all)) {
            return context.getBean(ImportCommand.class).run(rest, System.out);
        }
    }
}
