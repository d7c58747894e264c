package app.regulars.ordering;

import app.regulars.RegularsApplication;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.pricing.Prices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application in a process of its own, with four buyers who order without end until it is killed. It says on its
 * output what it tries and what was confirmed. It begins when it is told {@link #BEGIN} on its input; keys that come before that are tried first, as a buyer
 * does whose page did not answer.
 */
final class CheckoutsUnderFire {

    static final String BEGIN = "BEGIN";
    static final String TRYING = "TRYING ";
    static final String CONFIRMED = "CONFIRMED ";
    private static final int BUYERS = 4;

    private CheckoutsUnderFire() {
    }

    public static void main(String[] arguments) throws IOException {
        var context = new SpringApplicationBuilder(RegularsApplication.class).run("--server.port=-1", "--regulars.demo=false",
                "--logging.level.root=error", "--db-scheduler.polling-interval=1s", "--regulars.jobs.start-after=0s", "--regulars.outbox.claim=10s",
                "--spring.jpa.properties.hibernate.search.backend.directory.type=local-heap");
        var again = new ConcurrentLinkedQueue<UUID>();
        try (var keys = new BufferedReader(new InputStreamReader(System.in))) {
            for (var key = keys.readLine(); !BEGIN.equals(key); key = keys.readLine()) {
                if (key == null) {
                    System.exit(1); // whoever should have told it is gone
                }
                again.add(UUID.fromString(key));
            }
        }
        var mug = mug(context);
        for (int i = 0; i < BUYERS; i++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    var waiting = again.poll();
                    var key = waiting == null ? Ids.next() : waiting;
                    say(TRYING + key);
                    var result = context.getBean(Checkout.class).place(order(key, mug));
                    if (result instanceof CheckoutResult.Placed placed) {
                        say(CONFIRMED + key + " " + placed.number());
                    } else {
                        say("REFUSED " + result);
                    }
                }
            });
        }
    }

    private static NewOrder order(UUID key, VariantId variant) {
        var address = new PostalAddress("Kim Buyer", "1 Water Street", null, "Charlottetown", "PE", "C1A 1A1", "CA");
        return new NewOrder(key, null, List.of(new Prices.Wish(variant, 1)), new CheckoutForm("Kim Buyer", null, "kim@buyer.example", null, address,
                "standard", null, null, Languages.ENGLISH), null, "web");
    }

    private static VariantId mug(ConfigurableApplicationContext context) {
        var known = context.getBean(app.regulars.catalog.Catalog.class).bySku("M-1");
        if (known.isPresent()) {
            return known.get().id();
        }
        var variant = new VariantId[1];
        context.getBean(SystemWork.class).run(() -> {
            var name = Localized.of("Mug");
            variant[0] = context.getBean(CatalogDesk.class).save(new ProductForm("mug", null, List.of(), name, name, name, null, null, "sand", List.of(),
                    "standard", List.of(), List.of(new ProductForm.Variant("M-1", Map.of(), null, 400, false)), Map.of(), List.of(), List.of(), null, false,
                    Instant.parse("2026-01-01T00:00:00Z"))).get("M-1");
            context.getBean(Prices.class).setListPrice(variant[0], Money.of("24.00", "CAD"));
            context.getBean(Inventory.class).adjust(variant[0], 1_000_000, "delivered");
        }, Permissions.codes().toArray(String[]::new));
        return variant[0];
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
