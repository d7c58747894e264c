package app.regulars.account;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The people whom the demonstration lets in, so that there is somebody to sign in as before its history is loaded. */
@Component
@ConditionalOnProperty("regulars.demo")
class DemoSignIns implements ApplicationRunner {

    /** The same for everybody in the demonstration, printed at its start. */
    static final String PASSWORD = "lantern wharf 18";

    private final Registration registration;
    private final CustomerDirectory customers;
    private final Clock clock;

    DemoSignIns(Registration registration, CustomerDirectory customers, Clock clock) {
        this.registration = registration;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!registration.isWithoutStaff()) {
            return;
        }
        var now = clock.instant();
        registration.engage(new NewStaff("Ellen Macrae", "ellen@harbourline.example", StaffRole.AGENT, List.of("en"), "Inquiry desk"), PASSWORD, now);
        registration.engage(new NewStaff("Tobias Brandt", "tobias@harbourline.example", StaffRole.WAREHOUSE, List.of("en"), "Roastery and packing"), PASSWORD, now);
        registration.engage(new NewStaff("Ines Doiron", "ines@harbourline.example", StaffRole.MANAGER, List.of("en", "fr"), "Owner and privacy officer"), PASSWORD, now);
        var amelie = new NewCustomer("Amélie Cormier", null, null, "amelie@cormier.example", "902 555 0121", Languages.ENGLISH,
                new PostalAddress("Amélie Cormier", "1462 Birmingham Street", "Unit 5", "Halifax", "NS", "B3J 2J1", "CA"),
                now.minus(Duration.ofDays(925)), "registration", "email", "Architect", null);
        var maren = new NewCustomer("Maren Gallant", "The Quiet Oar Café", "café", "maren@quietoar.example", "902 555 0176", Languages.ENGLISH,
                new PostalAddress("The Quiet Oar Café", "61 Pownal Lane", null, "Charlottetown", "PE", "C1A 3T4", "CA"),
                now.minus(Duration.ofDays(985)), "registration", "email", "Owner and buyer", "Side door, ring twice.");
        customers.obtainAll(List.of(amelie, maren)).values().forEach(customer -> registration.openAccount(customer, PASSWORD, now));
    }
}
