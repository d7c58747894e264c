package app.regulars.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

@RegularsTest
@WithStaff
class ShopDeskTests {

    private static final StaffId BY = new StaffId(Ids.next());

    @Autowired
    private ShopDesk desk;
    @Autowired
    private Shop shop;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @Transactional
    void keepsWhatWasTypedInOneForm() {
        desk.save(form(Map.of("postalCode", "b3h4r2", "prefix", "np", "sign", "leaf")), desk.current(), BY);
        assertThat(shop.get("address", "")).isEqualTo("12 Water St, Halifax NS B3H 4R2");
        assertThat(shop.orderPrefix()).isEqualTo("NP");
        assertThat(shop.get("sign", "")).isEqualTo("/art/signs/leaf.svg");
        assertThat(shop.legalName()).isEqualTo("Nova Paper");
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where action = 'shop.changed' and staff_id = ? and after_values like '%B3H 4R2%'", Integer.class,
                Columns.bytes(BY.value()))).isEqualTo(1);
        shop.set("name", "Another");
        assertThatThrownBy(() -> desk.save(form(Map.of()), form(Map.of()), BY))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("console.shop.changed"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(desk.problems(form(Map.of("name", " ", "city", "", "postalCode", "K1A 0B1", "email", "nope", "phone", "123 4567", "prefix", "INQ", "zone", "Moon", "sign", "../x",
                "currency", "XXX")))).extracting(Refused::field)
                .containsExactlyInAnyOrder("name", "city", "postalCode", "email", "phone", "prefix", "zone", "sign", "currency");
    }

    @Test
    void seesWithinSecondsWhatAnotherNodeChanged() {
        shop.set("phone", "902-422-1234");
        assertThat(shop.get("phone", "")).isEqualTo("902-422-1234");
        jdbc.update("update shop_setting set setting_value = '902-422-9999' where setting_key = 'phone'");
        Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> "902-422-9999".equals(shop.get("phone", "")));
        shop.set("phone", "");
    }

    private ShopForm form(Map<String, String> other) {
        var values = new HashMap<>(Map.of("name", "Nova Paper", "line1", "12 Water St", "city", "Halifax", "province", "NS", "postalCode", "B3H 4R2", "email", "hello@nova.example",
                "zone", "America/Halifax", "prefix", "NP"));
        values.put("country", "CA");
        values.put("currency", shop.currency());
        values.putAll(other);
        return new ShopForm(values);
    }
}
