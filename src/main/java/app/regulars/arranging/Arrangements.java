package app.regulars.arranging;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupId;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * The plain entrance for the shop's pages. What is laid down is kept in memory; a change on this node counts at once, one on another node
 * within seconds.
 */
@Service
public class Arrangements {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final CustomerGroups groups;
    private final Shop shop;
    private final PublicCache pages;
    private final Clock clock;
    private final LoadingCache<String, Laid> laid = Caffeine.newBuilder().expireAfterWrite(ELSEWHERE).build(all -> read());

    private record Laid(List<HomeBlock> blocks, List<Face> faces) {
    }

    Arrangements(JdbcTemplate jdbc, CustomerGroups groups, Shop shop, PublicCache pages, Clock clock) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.shop = shop;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param customer she, or the company she orders for; null for a visitor */
    public Arrangement of(CustomerId customer) {
        return Arrangement.of(laid.get("").faces(), groups.of(customer));
    }

    /** The blocks of the home page for who looks today, in their order. @param customer null for a visitor */
    public List<HomeBlock> home(CustomerId customer) {
        var today = LocalDate.ofInstant(clock.instant(), shop.zone());
        var hers = groups.of(customer);
        return laid.get("").blocks().stream().filter(block -> block.isFor(customer != null, hers, today)).toList();
    }

    /** Everything that is laid down, past the memory. */
    List<HomeBlock> blocks() {
        var theirs = new HashMap<UUID, Set<GroupId>>();
        jdbc.query("select block_id, group_id from home_block_group", row -> {
            theirs.computeIfAbsent(uuid(row.getBytes(1)), id -> new HashSet<>()).add(new GroupId(uuid(row.getBytes(2))));
        });
        return jdbc.query("select id, version, kind, audience, shown_from, shown_until, title_en, title_fr, text_en, text_fr, target, active from home_block "
                + "order by position, id", (row, n) -> block(row, theirs));
    }

    List<Face> faces() {
        return jdbc.query("select id, version, group_id, list_style, spoken, sections from shop_face", (row, n) -> {
            var group = uuid(row.getBytes("group_id"));
            return new Face(uuid(row.getBytes("id")), row.getInt("version"), group == null ? null : new GroupId(group), ListStyle.of(row.getString("list_style")).orElse(null),
                    row.getString("spoken") == null ? null : Languages.of(row.getString("spoken")), sections(row.getString("sections")));
        });
    }

    /** Every page that is kept for everybody is made anew, for header and footer stand on all of them. */
    void changed() {
        AfterCommit.run(() -> {
            laid.invalidateAll();
            pages.changed();
        });
    }

    private Laid read() {
        return new Laid(blocks(), faces());
    }

    private static HomeBlock block(ResultSet row, Map<UUID, Set<GroupId>> theirs) throws SQLException {
        var id = uuid(row.getBytes("id"));
        return new HomeBlock(id, row.getInt("version"), BlockKind.of(row.getString("kind")).orElseThrow(), Audience.of(row.getString("audience")).orElseThrow(),
                theirs.getOrDefault(id, Set.of()), row.getObject("shown_from", LocalDate.class), row.getObject("shown_until", LocalDate.class),
                new Localized(row.getString("title_en"), row.getString("title_fr")), new Localized(row.getString("text_en"), row.getString("text_fr")),
                row.getString("target"), row.getBoolean("active"));
    }

    /** "forum=hide,help=show": what a later version wrote and this one does not know is passed over. */
    private static Map<Section, Boolean> sections(String written) {
        var shown = new EnumMap<Section, Boolean>(Section.class);
        for (var section : Section.values()) {
            for (var said : written.split(",")) {
                if (said.startsWith(section.code() + "=")) {
                    shown.put(section, said.endsWith("=show"));
                }
            }
        }
        return shown;
    }

    static String written(Map<Section, Boolean> shown) {
        return shown.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(said -> said.getKey().code() + (said.getValue() ? "=show" : "=hide"))
                .collect(java.util.stream.Collectors.joining(","));
    }

    static byte[] key(GroupId group) {
        return group == null ? null : bytes(group.value());
    }
}
