package app.regulars.inquiry;

import app.regulars.RegularsApplication;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryFilter.Queue;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The desk with 200,000 inquiries of five messages each: how long the server takes for a page of the queue, for words looked for in it, and for
 * opening one inquiry. Fills the database first, with the same inquiries for the same numbers. Argument: how many inquiries. The address of a MySQL of its own comes by
 * {@code spring.datasource.url}, {@code .username} and {@code .password} as system properties.
 */
final class InquiriesAtScale {

    private static final int CUSTOMERS = 2_000;
    private static final int BATCH = 10_000;
    private static final int DOCUMENTS = 1_000;
    private static final int MESSAGES = 5;
    private static final int LOOKS = 400;
    private static final int PAGE = 50;
    private static final List<String> WORDS = List.of("kettle", "grinder", "parcel", "refund", "invoice", "espresso", "filter", "mug", "delivery", "broken", "address", "subscription", "roast", "beans",
            "scale", "voucher", "colour", "warranty", "pickup", "decaf");

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final List<StaffId> staff = new ArrayList<>();

    private InquiriesAtScale(ConfigurableApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
    }

    public static void main(String[] arguments) {
        var inquiries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        var context = new SpringApplicationBuilder(RegularsApplication.class).run("--server.port=-1", "--regulars.demo=false", "--logging.level.root=error");
        try {
            new InquiriesAtScale(context).run(inquiries);
        } finally {
            context.close();
        }
    }

    private void run(int inquiries) {
        fill(inquiries);
        System.out.printf("%,d inquiries with %,d messages, %,d in the queue%n", count("inquiry"), count("inquiry_message"), count("inquiry where in_queue = true"));
        context.getBean(SystemWork.class).run(this::look, Permissions.codes().toArray(String[]::new));
    }

    private void look() {
        var desk = context.getBean(InquiryDesk.class);
        var me = staff.getFirst();
        var numbers = jdbc.queryForList("select number from inquiry where in_queue = true order by queue_at, id limit " + LOOKS, String.class);
        timed("the queue's first page with its counts", at -> {
            desk.list(new InquiryFilter(at % 2 == 0 ? Queue.ALL_OPEN : Queue.MINE, null), me, PAGE, Languages.ENGLISH);
            desk.counts(me);
        });
        timed("the queue's page in the middle of it", at -> {
            var row = desk.list(new InquiryFilter(Queue.ALL_OPEN, null), me, 200, Languages.ENGLISH).getLast();
            desk.list(new InquiryFilter(Queue.ALL_OPEN, null, null, null, null, null, InquiryFilter.Place.of(row, Queue.ALL_OPEN)), me, PAGE, Languages.ENGLISH);
        });
        timed("what is done, first page", at -> desk.list(new InquiryFilter(Queue.DONE, null), me, PAGE, Languages.ENGLISH));
        timed("two words in the queue", at -> desk.list(new InquiryFilter(Queue.ALL_OPEN, word(at) + " " + word(at * 7 + 3)), me, PAGE, Languages.ENGLISH));
        timed("two words in what is done", at -> desk.list(new InquiryFilter(Queue.DONE, word(at) + " " + word(at * 7 + 3)), me, PAGE, Languages.ENGLISH));
        timed("an inquiry opened", at -> desk.open(new InquiryNumber(numbers.get(at % numbers.size())), me));
        timed("what to do next", at -> desk.next(me, null));
    }

    private static String word(int at) {
        return WORDS.get(Math.floorMod(at, WORDS.size()));
    }

    private static void timed(String what, IntConsumer work) {
        var times = new long[LOOKS];
        for (int i = 0; i < LOOKS * 2; i++) {
            var start = System.nanoTime();
            work.accept(i);
            if (i >= LOOKS) {
                times[i - LOOKS] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        System.out.printf("| %s | %.2f ms | %.2f ms |%n", what, times[LOOKS / 2] / 1e6, times[(int) (LOOKS * 0.99)] / 1e6);
    }

    private int count(String what) {
        return jdbc.queryForObject("select count(*) from " + what, Integer.class);
    }

    /** Three years of inquiries; the last three in a hundred are still open, shared by twenty people. */
    private void fill(int inquiries) {
        for (int i = 0; i < 20; i++) {
            staff.add(new StaffId(new java.util.UUID(0x7000_8000L + i, 0x8000_0000_0000_0001L + i)));
        }
        var there = count("inquiry where number like 'INQ-9%'");
        if (there >= inquiries) {
            return;
        }
        var begun = System.nanoTime();
        var directory = context.getBean(CustomerDirectory.class);
        var people = IntStream.range(0, CUSTOMERS).mapToObj(i -> directory.obtain("asks" + i + "@load.example", "Kim Buyer " + i, null, null, Languages.ENGLISH, "test")).toList();
        numbers("bench_people", people.stream().map(CustomerId::value).toList());
        numbers("bench_staff", staff.stream().map(StaffId::value).toList());
        jdbc.execute("drop table if exists bench_word");
        jdbc.execute("create table bench_word (i int not null primary key, word varchar(40) not null)");
        jdbc.batchUpdate("insert into bench_word values (?, ?)", IntStream.range(0, WORDS.size()).mapToObj(i -> new Object[] {i, WORDS.get(i)}).toList());
        jdbc.execute("drop table if exists bench_n");
        jdbc.execute("create table bench_n (n int not null primary key)");
        jdbc.execute("insert into bench_n with recursive d as (select 0 as v union all select v + 1 from d where v < 9) select a.v + 10 * b.v + 100 * c.v + 1000 * e.v from d a, d b, d c, d e");
        var id = "unhex(concat(lpad(hex(1672531200000 + n * 400), 12, '0'), '70008000', lpad(hex(n), 12, '0')))";
        var at = "timestampadd(second, n * 470, '2023-11-01 09:00:00')";
        var subject = "(select concat('My ', a.word, ' and the ', b.word) from bench_word a, bench_word b where a.i = n % 20 and b.i = (n div 20) % 20)";
        var open = inquiries * 97 / 100;
        for (int from = there / BATCH * BATCH; from < inquiries; from += BATCH) {
            var of = "(select n + %1$d as n from bench_n where n + %1$d < %2$d) x".formatted(from, inquiries);
            jdbc.update("insert ignore into inquiry (id, number, customer_id, subject, type, priority, status, signed_in, assignee, opened_at, due_at, first_answered_at, closed_at, last_message_at, version, in_queue, queue_at) select "
                    + id + ", concat('INQ-9', n), (select id from bench_people where i = (n * 7919) % " + CUSTOMERS + "), " + subject + ", 'QUESTION', 'NORMAL', case when n < " + open + " then 'CLOSED' else 'OPEN' end, true, "
                    + "case when n % 3 = 0 then null else (select id from bench_staff where i = n % 20) end, " + at + ", timestampadd(hour, 8, " + at + "), null, case when n < " + open + " then timestampadd(hour, 6, " + at
                    + ") else null end, " + at + ", 0, n >= " + open + ", timestampadd(hour, 8, " + at + ") from " + of);
            jdbc.update("insert ignore into inquiry_message (id, inquiry_id, staff_id, body, written_at, request_key) select unhex(concat(lpad(hex(1672531200000 + n * 400 + k.v), 12, '0'), '70008000', lpad(hex(n * 8 + k.v), 12, '0'))), "
                    + id + ", case when k.v % 2 = 1 then (select id from bench_staff where i = n % 20) else null end, concat('Message ', k.v, ' of ', n, ': ', " + subject
                    + ", '. It came last week, and I would like to know what to do with it now, as the box was open and half of it was missing.'), timestampadd(minute, k.v * 30, " + at + "), concat('bench-', n, '-', k.v) from " + of
                    + ", (select 0 as v union all select 1 union all select 2 union all select 3 union all select 4) k");
        }
        for (var table : List.of("bench_people", "bench_staff", "bench_word", "bench_n")) {
            jdbc.execute("drop table " + table);
        }
        jdbc.execute("analyze table inquiry, inquiry_message");
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - begun) / 1e9);
        index(inquiries);
        System.out.printf("with their documents in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private void index(int inquiries) {
        var index = context.getBean(SearchIndex.class);
        for (int from = 0; from < inquiries; from += DOCUMENTS) {
            var documents = new ArrayList<SearchDocument>();
            jdbc.query("select number, subject, hex(customer_id) as customer, in_queue from inquiry where number in (" + String.join(",", IntStream.range(from, Math.min(inquiries, from + DOCUMENTS)).mapToObj(n -> "'INQ-9" + n + "'").toList())
                    + ")", row -> {
                var number = row.getString("number");
                var said = (row.getString("subject") + ". It came last week, and I would like to know what to do with it now, as the box was open and half of it was missing. ").repeat(MESSAGES);
                documents.add(new SearchDocument("inquiry", number, null, "customer:" + row.getString("customer"), row.getString("subject"), number, said, "/my/inquiries/" + number, List.of(), 1));
                documents.add(new SearchDocument("inquiry", number + "#staff", null, "staff", row.getString("subject"), number, said, "/console/inquiries?open=" + number,
                        List.of(row.getBoolean("in_queue") ? InquirySearch.OPEN : InquirySearch.DONE), 1));
            });
            new org.springframework.transaction.support.TransactionTemplate(context.getBean(org.springframework.transaction.PlatformTransactionManager.class)).executeWithoutResult(status -> index.put(documents));
        }
    }

    private void numbers(String table, List<java.util.UUID> ids) {
        jdbc.execute("drop table if exists " + table);
        jdbc.execute("create table " + table + " (i int not null primary key, id binary(16) not null)");
        jdbc.batchUpdate("insert into " + table + " values (?, ?)", IntStream.range(0, ids.size()).mapToObj(i -> new Object[] {i, Columns.bytes(ids.get(i))}).toList());
    }
}
