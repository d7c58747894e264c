package app.regulars.personaldata;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.privacy.PersonalTable;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to all that is known of them: see it, take it along, ask about it, have it erased. */
@Service
@Transactional
public class MyData {

    private static final int MOST_OPEN = 10;

    private final PersonalRecords records;
    private final Archive archive;
    private final Erasure erasure;
    private final PrivacyRequestRepository requests;
    private final RequestLog steps;
    private final CustomerDirectory customers;
    private final Numbers numbers;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MyData(PersonalRecords records, Archive archive, Erasure erasure, PrivacyRequestRepository requests, RequestLog steps, CustomerDirectory customers,
           Numbers numbers, JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.records = records;
        this.archive = archive;
        this.erasure = erasure;
        this.requests = requests;
        this.steps = steps;
        this.customers = customers;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A kind of data that is known.
     *
     * @param key   a text key; with .source, .purpose, .until and .stays it explains itself
     * @param count how many records, those of the first table of the block
     */
    public record Block(String key, long count, List<Part> parts) {
    }

    public record Part(String table, long count) {
    }

    /** Every block of which something is known. */
    @Transactional(readOnly = true)
    public List<Block> blocks(CustomerId me) {
        return records.sources().stream().map(source -> {
            var parts = source.tables().stream().map(table -> new Part(table.name(), records.count(table, me))).filter(part -> part.count() > 0).toList();
            var first = source.tables().stream().filter(PersonalTable::portable).map(PersonalTable::name).findFirst().orElse(source.tables().getFirst().name());
            return new Block(source.block(), parts.stream().filter(part -> part.table().equals(first)).mapToLong(Part::count).sum(), parts);
        }).filter(block -> !block.parts().isEmpty()).toList();
    }

    /** Writes the archive; ask for a fresh proof before. */
    @Transactional(readOnly = true)
    public void writeArchive(CustomerId me, OutputStream target) {
        customers.find(me).orElseThrow(NotFound::new);
        archive.write(me, target);
    }

    /** Numbers of orders that have to arrive before anything can be erased. */
    @Transactional(readOnly = true)
    public List<String> unfinished(CustomerId me) {
        return erasure.unfinished(me);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<RequestRow> requests(CustomerId me) {
        return requests.findByCustomerIdOrderByAskedAtDesc(me, Limit.of(50)).stream().map(request -> request.row(clock.instant())).toList();
    }

    /** @return the number of the request @throws Refused when words are missing, or too many requests are open already */
    public String ask(CustomerId me, RequestKind kind, String words, Locale locale) {
        if (requests.countByCustomerIdAndStateIn(me, RequestState.UNFINISHED) >= MOST_OPEN) {
            throw new Refused("personaldata.request.many");
        }
        return open(me, kind, words, locale).row(clock.instant()).number();
    }

    /**
     * Has everything erased: at once, or by itself when the last order has arrived. Whoever asks again while it waits gets the same request.
     *
     * @param typed the person's own e-mail address, to show that it is meant
     */
    public RequestRow erase(CustomerId me, String typed, Locale locale) {
        // two tabs: the second finds what the first has asked
        jdbc.queryForList("select 1 from customer where id = ? for update", Integer.class, Columns.bytes(me.value()));
        var card = customers.find(me).orElseThrow(NotFound::new);
        if (typed == null || card.email() == null || !card.email().equalsIgnoreCase(typed.strip())) {
            throw new Refused("personaldata.erase.typed", "typed", Map.of());
        }
        var now = clock.instant();
        var request = requests.findFirstByCustomerIdAndKindAndStateIn(me, RequestKind.ERASURE, RequestState.UNFINISHED)
                .orElseGet(() -> open(me, RequestKind.ERASURE, "", locale));
        if (request.state() != RequestState.WAITING) {
            var before = request.fields();
            request.waitForItsTurn();
            if (erasure.unfinished(me).isEmpty()) {
                events.publishEvent(new ErasureAsked(request.id(), me, now));
            } else {
                steps.add(request, before, now, null, "waiting", null);
            }
        }
        return request.row(now);
    }

    private PrivacyRequest open(CustomerId me, RequestKind kind, String words, Locale locale) {
        var card = customers.find(me).orElseThrow(NotFound::new);
        var number = "P-" + numbers.next("privacy-request", 1001);
        var request = requests.saveAndFlush(new PrivacyRequest(number, new NewRequest(kind, me, card.name(), card.email(), locale, words, "page"), clock.instant()));
        steps.add(request, null, clock.instant(), null, "asked", null);
        return request;
    }
}
