package app.regulars.customer;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The stages as they are set up now. Held in memory for some seconds: an import asks for every row. */
@Component
class StageRules {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;
    private volatile List<Stage> known;
    private volatile Instant until = Instant.EPOCH;

    StageRules(JdbcTemplate jdbc, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /** By position, also those that are retired. */
    List<Stage> all() {
        var now = clock.instant();
        var stages = known;
        if (stages == null || until.isBefore(now) || until.isAfter(now.plus(KEPT))) {
            stages = jdbc.query("select code, label_en, label_fr, position, entered_on, retired from customer_stage order by position, code",
                    (row, n) -> new Stage(row.getString("code"), new Localized(row.getString("label_en"), row.getString("label_fr")), row.getInt("position"),
                            row.getString("entered_on"), row.getBoolean("retired")));
            known = stages;
            until = now.plus(KEPT);
        }
        return stages;
    }

    void forget() {
        known = null;
    }

    Optional<Stage> find(String code) {
        return all().stream().filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** The furthest stage that the event brings; empty when it brings none. */
    Optional<Stage> on(String event) {
        return all().stream().filter(stage -> !stage.retired() && event.equals(stage.enteredOn())).max(Comparator.comparingInt(Stage::position));
    }

    String first(String source) {
        return on(eventOf(source)).or(() -> on("recorded")).map(Stage::code).orElse("prospect");
    }

    static String eventOf(String source) {
        return switch (source) {
            case "registration" -> "registered";
            case "newsletter" -> "subscribed";
            case "inquiry" -> "inquired";
            case "forum" -> "visited";
            default -> "recorded";
        };
    }

    /** year * 12 + month - 1, in the shop's zone. */
    int month(Instant at) {
        var day = at.atZone(shop.zone());
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }
}
