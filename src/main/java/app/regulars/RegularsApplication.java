package app.regulars;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/** Starts Regulars: shop, customers' portal and staff console in one process, on one set of records. */
@SpringBootApplication
@EnableAsync
@Modulithic(systemName = "Regulars", sharedModules = "platform")
public class RegularsApplication {

    public static void main(String[] args) {
        SpringApplication.run(RegularsApplication.class, args);
    }
}
