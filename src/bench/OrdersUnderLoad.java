package app.regulars.ordering;

import app.regulars.RegularsApplication;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.pricing.Prices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Places complete orders, from a cart with lines to the committed order with price, tax, stock, payment and outbox, by 16 clients at once;
 * before that it fills the database with orders of the past, the same ones for the same numbers. Prints rates, and what the database itself
 * commits in the same run, one small row at a time by as many clients. Arguments: orders of the past, orders to place, clients, orders before those that count (the compiler is at work for thousands of them). The address
 * of a MySQL of its own comes by {@code spring.datasource.url}, {@code .username} and {@code .password} as system properties.
 */
final class OrdersUnderLoad {

    private static final int PRODUCTS = 400;
    private static final int CUSTOMERS = 2_000;
    private static final int BATCH = 10_000;
    private static final int REGULAR = 5_000;
    private static final int LOOKS = 400;
    private static final PostalAddress ADDRESS = new PostalAddress("Kim Buyer", "1 Water Street", null, "Charlottetown", "PE", "C1A 1A1", "CA");

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;

    private OrdersUnderLoad(ConfigurableApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
    }

    public static void main(String[] arguments) throws Exception {
        var past = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var orders = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        var clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
        var context = new SpringApplicationBuilder(RegularsApplication.class).run("--server.port=-1", "--regulars.demo=false", "--logging.level.root=error",
                "--spring.datasource.hikari.maximum-pool-size=" + Math.max(24, clients * 2), "--spring.jpa.properties.hibernate.search.backend.directory.type=local-heap");
        try {
            new OrdersUnderLoad(context).run(past, orders, clients, arguments.length > 3 ? Integer.parseInt(arguments[3]) : 8_000);
        } finally {
            context.close();
        }
    }

    private void run(int past, int orders, int clients, int warmUp) throws Exception {
        var goods = goods();
        var people = people();
        fill(past, goods, people);
        System.out.printf("%,d orders are there%n", jdbc.queryForObject("select count(*) from sales_order", Long.class));
        floor(clients, 2_000);
        place(goods, people, clients, warmUp, "warm-up");
        followed();
        var floor = floor(clients, 20_000);
        var rate = place(goods, people, clients, orders, "orders");
        followed();
        System.out.printf("orders to commits: 1 to %.1f%n", floor / rate);
        cost(goods, people, clients);
        pages(people.getFirst());
    }

    /** What this process spent on its own processors, and asked of the database. */
    private record Spent(long asked, long nanos) {

        String since(Spent before, int times) {
            return "%.1f statements, %.2f ms of the application’s processors".formatted((asked - before.asked) / (double) times, (nanos - before.nanos) / 1e6 / times);
        }
    }

    private Spent spent() {
        return new Spent(asked(), ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
    }

    /** What a cart costs, what an order costs, and what follows from it, each for itself: that does not depend on who else is on the machine. */
    private void cost(List<VariantId> goods, List<CustomerId> people, int clients) throws Exception {
        var keys = new java.util.UUID[people.size()];
        var before = spent();
        timed(clients, people.size(), at -> keys[at] = fill(goods, CartOwner.of(people.get(at)), at));
        var filled = spent();
        forgetStatements();
        timed(clients, people.size(), at -> order(CartOwner.of(people.get(at)), keys[at]));
        followed();
        var followed = spent();
        statements(people.size());
        System.out.printf("a cart: %s%nan order with all that follows: %s%n", filled.since(before, people.size()), followed.since(filled, people.size()));
    }

    private void forgetStatements() {
        if (watches()) {
            jdbc.execute("truncate table performance_schema.events_statements_summary_by_digest");
        }
    }

    /** What the database was asked for, and how long that took it: only where it counts that (--performance-schema=ON, which costs it a tenth). */
    private void statements(int times) {
        if (watches()) {
            jdbc.query("select count_star, sum_timer_wait, digest_text from performance_schema.events_statements_summary_by_digest where count_star >= ? order by sum_timer_wait desc", row -> {
                var text = row.getString(3);
                System.out.printf("%5.2f times, %6.0f µs an order: %s%n", row.getLong(1) / (double) times, row.getLong(2) / 1e6 / times, text == null ? "" : text.substring(0, Math.min(170, text.length())));
            }, times / 50);
        }
    }

    private boolean watches() {
        return "1".equals(jdbc.queryForObject("select @@performance_schema", String.class));
    }

    private java.util.UUID fill(List<VariantId> goods, CartOwner owner, int at) {
        var carts = context.getBean(Carts.class);
        for (int line = 0; line < 1 + at % 4; line++) {
            carts.add(owner, goods.get((int) Math.floorMod(at * 31L + line * 7, (long) goods.size())), 1 + at % 3);
        }
        return carts.of(owner).key();
    }

    private void order(CartOwner owner, java.util.UUID key) {
        var result = context.getBean(Checkout.class).place(owner, owner.customer(), key, form(), null);
        if (!(result instanceof CheckoutResult.Placed)) {
            throw new IllegalStateException(String.valueOf(result));
        }
    }

    /** In rounds: everybody fills a cart, then everybody orders what is in it. Both are timed, each for itself. */
    private double place(List<VariantId> goods, List<CustomerId> people, int clients, int orders, String name) throws Exception {
        var times = new long[orders];
        var keys = new java.util.UUID[people.size()];
        var work = new Processors();
        long filling = 0;
        long placing = 0;
        for (int from = 0; from < orders; from += people.size()) {
            var first = from;
            var here = Math.min(people.size(), orders - from);
            // everybody’s cart is another one in each round
            filling += timed(clients, here, at -> keys[at] = fill(goods, CartOwner.of(people.get(at)), first + at));
            work.begin();
            placing += timed(clients, here, at -> {
                var start = System.nanoTime();
                order(CartOwner.of(people.get(at)), keys[at]);
                times[first + at] = System.nanoTime() - start;
            });
            work.end();
        }
        Arrays.sort(times);
        var rate = orders / (placing / 1e9);
        System.out.printf("%s: %,d by %d clients, %.0f a second, p50 %.1f ms, p99 %.1f ms, worst %.1f ms; carts filled %.0f a second, both together %.0f a second%n", name, orders,
                clients, rate, times[orders / 2] / 1e6, times[(int) (orders * 0.99)] / 1e6, times[orders - 1] / 1e6, orders / (filling / 1e9), orders / ((filling + placing) / 1e9));
        work.print(orders);
        return rate;
    }

    private static long timed(int clients, int count, java.util.function.IntConsumer work) throws Exception {
        var next = new AtomicLong();
        var begun = System.nanoTime();
        all(clients, () -> {
            for (var at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                work.accept((int) at);
            }
            return null;
        });
        return System.nanoTime() - begun;
    }

    /** Waits until the news of all orders has arrived everywhere: mails written, index, stages of customers. */
    private void followed() throws InterruptedException {
        var begun = System.nanoTime();
        while (jdbc.queryForObject("select count(*) from EVENT_PUBLICATION where completion_date is null", Long.class) > 0 && System.nanoTime() - begun < 300e9) {
            Thread.sleep(50);
        }
        System.out.printf("news of them had arrived %.1f s later, %d not%n", (System.nanoTime() - begun) / 1e9,
                jdbc.queryForObject("select count(*) from EVENT_PUBLICATION where completion_date is null", Long.class));
    }

    private long asked() {
        return jdbc.query("show global status like 'Questions'", row -> {
            row.next();
            return row.getLong(2);
        });
    }

    /** Small commits, as many clients, nothing of ours between: what this database on this disk can do at all. */
    private double floor(int clients, int commits) throws Exception {
        jdbc.execute("create table if not exists bench_commit (id binary(16) not null primary key, n int not null)");
        var next = new AtomicLong();
        var begun = System.nanoTime();
        all(clients, () -> {
            for (var at = next.getAndIncrement(); at < commits; at = next.getAndIncrement()) {
                jdbc.update("insert into bench_commit (id, n) values (?, ?)", Columns.bytes(Ids.next()), at);
            }
            return null;
        });
        var rate = commits / ((System.nanoTime() - begun) / 1e9);
        jdbc.execute("drop table bench_commit");
        System.out.printf("commits: %.0f a second by %d clients%n", rate, clients);
        return rate;
    }

    /** The list of orders and the page of one, of a customer with thousands of them. */
    private void pages(CustomerId regular) {
        var mine = context.getBean(MyOrders.class);
        var list = new long[LOOKS];
        var page = new long[LOOKS];
        for (int i = 0; i < LOOKS * 2; i++) {
            var start = System.nanoTime();
            var found = mine.list(regular, "", i % 100 * 12, 12);
            mine.faces(regular, found.orders());
            var between = System.nanoTime();
            mine.find(regular, found.orders().get(i % found.orders().size()).number());
            if (i >= LOOKS) {
                list[i - LOOKS] = between - start;
                page[i - LOOKS] = System.nanoTime() - between;
            }
        }
        Arrays.sort(list);
        Arrays.sort(page);
        System.out.printf("a customer with %,d orders: list p50 %.2f ms, p99 %.2f; order p50 %.2f ms, p99 %.2f%n", mine.list(regular, "", 0, 1).total(), list[LOOKS / 2] / 1e6,
                list[(int) (LOOKS * 0.99)] / 1e6, page[LOOKS / 2] / 1e6, page[(int) (LOOKS * 0.99)] / 1e6);
    }

    /**
     * Delivered orders of the last years with their lines, payments, reservations and finished news, spread over everybody; the first customer
     * has as many as somebody who orders every day. Made within the database, the same ones for the same numbers.
     */
    private void fill(int past, List<VariantId> goods, List<CustomerId> people) {
        var there = jdbc.queryForObject("select count(*) from sales_order where number like 'PAST-%'", Integer.class);
        if (there >= past) {
            return;
        }
        var begun = System.nanoTime();
        jdbc.execute("drop table if exists bench_n");
        jdbc.execute("drop table if exists bench_goods");
        jdbc.execute("drop table if exists bench_people");
        jdbc.execute("create table bench_n (n int not null primary key)");
        jdbc.execute("create table bench_goods (i int not null primary key, id binary(16) not null)");
        jdbc.execute("create table bench_people (i int not null primary key, id binary(16) not null)");
        var numbered = new ArrayList<Object[]>();
        for (int i = 0; i < goods.size(); i++) {
            numbered.add(new Object[] {i, Columns.bytes(goods.get(i).value())});
        }
        jdbc.batchUpdate("insert into bench_goods values (?, ?)", numbered);
        numbered.clear();
        for (int i = 0; i < people.size(); i++) {
            numbered.add(new Object[] {i, Columns.bytes(people.get(i).value())});
        }
        jdbc.batchUpdate("insert into bench_people values (?, ?)", numbered);
        jdbc.execute("insert into bench_n with recursive d as (select 0 as v union all select v + 1 from d where v < 9) "
                + "select a.v + 10 * b.v + 100 * c.v + 1000 * e.v from d a, d b, d c, d e");
        var id = "unhex(concat(lpad(hex(1672531200000 + n * 120), 12, '0'), '70008000', lpad(hex(n), 12, '0')))";
        var at = "timestampadd(second, n * 110, '2023-01-01 09:00:00')";
        var rows = "(select n + %1$d as n from bench_n where n + %1$d < %2$d) x";
        for (int from = there / BATCH * BATCH; from < past; from += BATCH) {
            var of = rows.formatted(from, past);
            var customer = "(select id from bench_people where i = case when n %% %d = 0 then 0 else (n * 7919) %% %d end)".formatted(Math.max(1, past / REGULAR), people.size());
            jdbc.update("insert ignore into sales_order (id, version, number, kind, status, customer_id, channel, placed_at, packed_at, shipped_at, delivered_at, currency, goods, shipping, "
                    + "total, pieces, contact_name, contact_email, locale, recipient, line1, city, province, postal_code, country, shipping_option, promised_on, pay_by, track_token, search_text, checkout_key) select " + id + ", 0, concat('PAST-', n), 'ORDER', "
                    + "'DELIVERED', " + customer + ", 'web', " + at + ", " + at + ", " + at + ", " + at + ", 'CAD', 20 * (1 + n % 4), 9, 20 * (1 + n % 4) + 9, 1 + n % 4, 'Kim Buyer', "
                    + "concat('kim', n, '@load.example'), 'en-CA', 'Kim Buyer', '1 Water Street', 'Charlottetown', 'PE', 'C1A 1A1', 'CA', 'standard', date(" + at + "), 'invoice', concat('token-', lpad(hex(n), 22, '0')), "
                    + "concat('past-', n, ' kim buyer kim', n, '@load.example charlottetown'), unhex(lpad(hex(n), 32, '0')) from " + of);
            jdbc.update("insert ignore into sales_order_line (order_id, position, variant_id, sku, handle, name_en, tax_class, weight_grams, quantity, each_amount, total_amount) select " + id
                    + ", k.v, g.id, concat('BENCH-', g.i), concat('bench-', g.i), concat('Article ', g.i), 'standard', 250, 1, 20, 20 from " + of
                    + ", (select 0 as v union all select 1 union all select 2 union all select 3) k, bench_goods g where k.v < 1 + n % 4 and g.i = (n + k.v * 7) % " + goods.size());
            jdbc.update("insert ignore into sales_order_tax (order_id, position, code, rate, tax_amount) select " + id + ", 0, 'HST', 0.15, 3 from " + of);
            jdbc.update("insert ignore into sales_order_moment (order_id, position, happened_at, what, actor) select " + id + ", k.v, " + at
                    + ", case k.v when 0 then 'placed' when 1 then 'shipped' else 'delivered' end, 'staff' from " + of + ", (select 0 as v union all select 1 union all select 2) k");
            jdbc.update("insert ignore into payment (id, version, reference, method, status, amount, currency, begun_at, changed_at, label, captured, refunded) select " + id + ", 0, " + id
                    + ", 'invoice', 'CAPTURED', 20 * (1 + n % 4) + 9, 'CAD', " + at + ", " + at + ", concat('PAST-', n), 20 * (1 + n % 4) + 9, 0 from " + of);
            jdbc.update("insert ignore into stock_reservation (reference, variant_id, quantity, state, held_at, ended_at) select " + id + ", g.id, 1, 'SHIPPED', " + at + ", " + at + " from " + of
                    + ", (select 0 as v union all select 1 union all select 2 union all select 3) k, bench_goods g where k.v < 1 + n % 4 and g.i = (n + k.v * 7) % " + goods.size());
            jdbc.update("insert ignore into shipment (id, version, reference, number, shipping_option, carrier, tracking_number, promised_on, requested_at, packed_at, shipped_at, delivered_at) select "
                    + id + ", 0, " + id + ", 1, 'standard', 'Canada Post', concat('T', n), date(" + at + "), " + at + ", " + at + ", " + at + ", " + at + " from " + of);
            var to = Math.min(past, from + BATCH);
            if (to % 100_000 == 0 || to == past) {
                System.out.printf("filled %,d in %.0f s%n", to, (System.nanoTime() - begun) / 1e9);
            }
        }
        jdbc.execute("drop table bench_n");
        jdbc.execute("drop table bench_goods");
        jdbc.execute("drop table bench_people");
        jdbc.execute("analyze table sales_order, sales_order_line, sales_order_moment, payment, stock_reservation, shipment");
    }

    private List<VariantId> goods() {
        var goods = new ArrayList<VariantId>();
        context.getBean(SystemWork.class).run(() -> {
            var known = context.getBean(app.regulars.catalog.Catalog.class);
            for (int i = 0; i < PRODUCTS; i++) {
                var sku = "BENCH-" + i;
                var name = Localized.of("Article " + i);
                var variant = known.bySku(sku).map(each -> each.id()).orElse(null);
                if (variant == null) {
                    variant = context.getBean(CatalogDesk.class).save(new ProductForm("bench-" + i, null, List.of(), name, name, name, null, null, "sand", List.of(),
                            i % 3 == 0 ? "basic-grocery" : "standard", List.of(), List.of(new ProductForm.Variant(sku, Map.of(), null, 300, false)), Map.of(), List.of(), List.of(),
                            null, false, Instant.parse("2026-01-01T00:00:00Z"))).get(sku);
                    context.getBean(Prices.class).setListPrice(variant, Money.of("%d.%02d".formatted(5 + i % 40, i % 100), "CAD"));
                    context.getBean(Inventory.class).adjust(variant, 10_000_000, "delivered");
                }
                goods.add(variant);
            }
        }, Permissions.codes().toArray(String[]::new));
        return goods;
    }

    private List<CustomerId> people() {
        var people = new ArrayList<CustomerId>();
        var directory = context.getBean(CustomerDirectory.class);
        for (int i = 0; i < CUSTOMERS; i++) {
            people.add(directory.obtain("bench" + i + "@load.example", "Kim Buyer", null, null, Languages.ENGLISH, "test"));
        }
        return people;
    }

    private static CheckoutForm form() {
        return new CheckoutForm("Kim Buyer", null, "kim@load.example", null, ADDRESS, "standard", null, null, Languages.ENGLISH);
    }

    /** Who worked while orders were placed, in milliseconds of the processors for an order: by the names that Linux has of threads. */
    private static final class Processors {

        private static final double TICK = 10;
        private final java.util.Map<String, Double> spent = new java.util.TreeMap<>();

        void begin() throws java.io.IOException {
            add(-1);
        }

        void end() throws java.io.IOException {
            add(1);
        }

        private void add(int sign) throws java.io.IOException {
            var own = java.nio.file.Path.of("/proc/self/task");
            if (!java.nio.file.Files.isDirectory(own)) {
                return;
            }
            var all = ticks(java.nio.file.Path.of("/proc/self/stat"));
            spent.merge("application", sign * all, Double::sum);
            var machine = java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/stat")).getFirst().trim().split(" +");
            spent.merge("database and others", sign * (Arrays.stream(machine, 1, 9).mapToDouble(Double::parseDouble).sum() - Double.parseDouble(machine[4]) - Double.parseDouble(machine[5]) - all),
                    Double::sum);
            spent.merge("idle", sign * (Double.parseDouble(machine[4]) + Double.parseDouble(machine[5])), Double::sum);
            try (var threads = java.nio.file.Files.list(own)) {
                for (var thread : threads.toList()) {
                    var name = text(thread.resolve("comm")).strip();
                    var kind = name.contains("Compiler") ? "· compiler" : name.startsWith("G1") || name.startsWith("GC") || name.startsWith("VM Thread") ? "· collector"
                            : name.startsWith("ForkJoinPool") ? "· listeners" : name.contains("Lucene") || name.startsWith("Hibernate Sear") ? "· index" : null;
                    if (kind != null) {
                        spent.merge(kind, sign * ticks(thread.resolve("stat")), Double::sum);
                    }
                }
            }
        }

        private static double ticks(java.nio.file.Path stat) throws java.io.IOException {
            var text = text(stat);
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return fields.length < 13 ? 0 : Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        }

        /** Nothing of a thread that has ended meanwhile. */
        private static String text(java.nio.file.Path file) {
            try {
                return java.nio.file.Files.readString(file);
            } catch (java.io.IOException ended) {
                return "ended) ";
            }
        }

        void print(int orders) {
            spent.forEach((who, ticks) -> System.out.printf("  %s: %.2f ms an order%n", who, ticks * TICK / orders));
        }
    }

    private static void all(int clients, Callable<Void> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var begun = new ArrayList<java.util.concurrent.Future<Void>>();
            for (int i = 0; i < clients; i++) {
                begun.add(threads.submit(work));
            }
            for (var each : begun) {
                each.get();
            }
        }
    }
}
