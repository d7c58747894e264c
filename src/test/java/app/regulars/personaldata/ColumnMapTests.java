package app.regulars.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every column of the real schema is marked personal or not, in one place. */
@RegularsTest(properties = "db-scheduler.enabled=false")
class ColumnMapTests {

    @Autowired
    private ColumnMap map;
    @Autowired
    private DatabaseTables tables;
    @Autowired
    private List<PersonalDataSource> sources;
    @Autowired
    private Texts texts;

    @Test
    void marksEveryColumnOfTheDatabase() {
        assertThat(map.differences(tables.names())).as(() -> "\n" + String.join("\n", map.differences(tables.names())) + "\n").isEmpty();
    }

    @Test
    void bitesOnAnUnmarkedTableAndColumnAndOnOneThatIsGone() {
        var changed = new TreeMap<>(tables.names());
        changed.put("shoe_size", Set.of("customer_id"));
        var customer = new ArrayList<>(changed.get("customer"));
        customer.add("shoe_size");
        customer.remove("phone");
        changed.put("customer", Set.copyOf(customer));
        assertThat(map.differences(changed)).hasSize(3).anyMatch(line -> line.contains("the line: customer,shoe_size,"))
                .anyMatch(line -> line.contains("the line: shoe_size,customer_id,")).anyMatch(line -> line.contains("the line of customer.phone:"));
    }

    @Test
    void wantsAPurposeAndARuleForWhatIsPersonal() {
        var lines = new ArrayList<String>();
        map.all().forEach(column -> lines.add(column.table() + "," + column.name() + ","
                + (column.name().equals("phone") ? "direct,," : column.mark() + "," + column.purpose() + "," + column.retention())));
        assertThat(new ColumnMap(lines).differences(tables.names())).hasSize(1).first().asString().contains("customer.phone");
    }

    /** A block without words would be left out of the customer's own page. */
    @Test
    void saysOfEveryBlockWhatItIs() {
        var keys = sources.stream().map(source -> "personaldata.block." + source.block().replace(".personal-data", ""))
                .flatMap(key -> Stream.of(key, key + ".source", key + ".purpose", key + ".until", key + ".goes", key + ".stays")).toList();
        assertThat(keys).hasSizeGreaterThan(80);
        assertThat(texts.all(Locale.CANADA)).containsKeys(keys.toArray(String[]::new));
        assertThat(texts.all(Locale.CANADA_FRENCH)).containsKeys(keys.toArray(String[]::new));
    }
}
