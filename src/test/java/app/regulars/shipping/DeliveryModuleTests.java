package app.regulars.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
@WithStaff
class DeliveryModuleTests {

    private static final StaffId BY = new StaffId(Ids.next());

    @Autowired
    private DeliveryDesk desk;
    @Autowired
    private ShippingRates rates;
    @Autowired
    private Shop shop;
    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void asShipped() {
        jdbc.update("delete from shop_setting where setting_key = 'delivery-options' or setting_key like 'text.shipping.option.%'");
        // the settings in memory are read anew
        shop.set("free-shipping-from", "60.00");
    }

    @Test
    void asksWhatItWasShippedWithUntilStaffSayOtherwise() {
        assertThat(desk.isSetUp()).isFalse();
        assertThat(prices("NS", "20")).containsExactly("standard 9.50", "express 16.00", "pickup 0.00");
        assertThat(prices("YT", "60")).containsExactly("standard 0.00", "express 26.00", "pickup 0.00");
        assertThat(prices(null, "59.99")).containsExactly("standard 9.50", "express 22.00", "pickup 0.00");
        assertThat(rates.freeFrom()).isEqualTo(Money.of("60.00", "CAD"));
    }

    @Test
    void countsAtOnceWithItsNameInBothLanguages() {
        var code = desk.save(new DeliveryForm(null, "Bike messenger", "Messager à vélo", "Véloce", true, List.of(rate(Set.of("QC"), "4,25", "30", "0", "0"))), desk.edition(), BY);
        assertThat(code).isEqualTo("bike-messenger");
        assertThat(prices("QC", "29")).contains("bike-messenger 4.25");
        assertThat(prices("QC", "30")).contains("bike-messenger 0.00");
        assertThat(prices("NS", "29")).doesNotContain("bike-messenger 4.25").last().isEqualTo("pickup 0.00");
        assertThat(desk.name(code).fr()).isEqualTo("Messager à vélo");
        assertThat(rates.usualCarrier(code)).isEqualTo("Véloce");
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where action = 'delivery.changed' and staff_id = ? and after_values like '%4.25%'", Integer.class,
                app.regulars.platform.persistence.Columns.bytes(BY.value()))).isEqualTo(1);
    }

    @Test
    void goesAbroadOnlyWhereALineSaysSo() {
        assertThat(rates.countries()).containsExactly("CA");
        desk.save(new DeliveryForm(null, "Abroad", "Étranger", "Post", true, List.of(rate(Set.of("country:FR"), "42", "", "", "12"))), desk.edition(), BY);
        assertThat(rates.countries()).containsExactly("CA", "FR");
        assertThat(rates.options("FR", null, Money.of("20", "CAD"))).extracting(each -> each.code()).containsExactly("abroad", "pickup");
        assertThat(rates.options("DE", null, Money.of("20", "CAD"))).extracting(each -> each.code()).containsExactly("pickup");
        assertThat(rates.options("CA", "PE", Money.of("20", "CAD"))).extracting(each -> each.code()).doesNotContain("abroad");
        assertThat(desk.problems(new DeliveryForm(null, "A", "B", "Post", true, List.of(rate(Set.of("country:QQ"), "42", "", "", "12"))))).extracting(Refused::field).containsExactly("places0");
    }

    @Test
    void takesABetterBoundThatWasAgreed() {
        assertThat(rates.options("CA", "ON", Money.of("25", "CAD"), Money.of("25", "CAD")).getFirst().price().isZero()).isTrue();
        assertThat(rates.options("CA", "ON", Money.of("65", "CAD"), Money.of("80", "CAD")).getFirst().price().isZero()).isTrue();
    }

    @Test
    void costsByWeightWhereTheShopSaysSoAndTakesNothingTooHeavy() {
        var typed = new DeliveryForm.Rate(Set.of(), "9.50", "60", "0", "3", "5 kg: 14,00; 20: 30.00", "30");
        desk.save(new DeliveryForm("standard", "Standard", "Standard", "Canada Post", true, List.of(typed)), desk.edition(), BY);
        assertThat(standard("20", 4_999)).isEqualTo("9.50");
        assertThat(standard("20", 5_000)).isEqualTo("14.00");
        assertThat(standard("20", 30_000)).isEqualTo("30.00");
        assertThat(standard("20", 30_001)).isNull();
        assertThat(standard("60", 25_000)).isEqualTo("0.00");
        assertThat(rates.option("standard", "CA", "ON", Money.of("20", "CAD"), () -> 30_001)).isEmpty();
        assertThat(rates.option("pickup", "CA", null, Money.of("20", "CAD"), () -> 900_000)).isPresent();
        var kept = desk.typed(desk.list().stream().filter(option -> option.code().equals("standard")).findFirst().orElseThrow().rates().getFirst());
        assertThat(kept.weights()).isEqualTo("5: 14.00; 20: 30.00");
        assertThat(kept.most()).isEqualTo("30");
    }

    @Test
    void refusesWeightsThatAreNone() {
        for (var wrong : List.of("heavy", "5", "5: x", "20: 30; 5: 14", "5: 14; 5: 15", "0: 3", ";")) {
            assertThat(desk.problems(weighted(wrong, ""))).as(wrong).extracting(Refused::field).containsExactly("weights0");
        }
        assertThat(desk.problems(weighted("", "much"))).extracting(Refused::field).containsExactly("most0");
        assertThat(desk.problems(weighted("20: 30", "10"))).extracting(Refused::key).containsExactly("shipping.delivery.most.low");
        assertThat(desk.problems(weighted("2.5: 12", "10"))).isEmpty();
    }

    private static DeliveryForm weighted(String weights, String most) {
        return new DeliveryForm(null, "Way", "Mode", "Carrier", true, List.of(new DeliveryForm.Rate(Set.of(), "5", "", "", "1", weights, most)));
    }

    private String standard(String goods, int grams) {
        return rates.options("CA", "ON", Money.of(goods, "CAD"), null, null, () -> grams).stream().filter(option -> option.code().equals("standard"))
                .map(option -> option.price().amount().setScale(2).toPlainString()).findFirst().orElse(null);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var form = new DeliveryForm(null, "", "Nom", " ", true, List.of(rate(Set.of(), "x", "10", "", "99"), rate(Set.of(), "5", "60", "6", "1"), rate(Set.of("ZZ"), "5", "", "", "1")));
        assertThat(desk.problems(form)).extracting(Refused::field).containsExactlyInAnyOrder("nameEn", "carrier", "price0", "then0", "days0", "then1", "places1", "places2");
    }

    @Test
    void neverSwitchesTheLastWayOffNorOverwritesAColleague() {
        for (var code : List.of("van", "standard", "express")) {
            desk.save(new DeliveryForm(code, code, code, "Canada Post", false, List.of(rate(Set.of(), "5", "", "", "1"))), desk.edition(), BY);
        }
        assertThat(prices("NS", "20")).containsExactly("pickup 0.00");
        assertThat(rates.freeFrom()).isNull();
        var pickup = new DeliveryForm("pickup", "Counter", "Comptoir", null, false, List.of());
        assertThat(desk.problems(pickup)).extracting(Refused::key).containsExactly("shipping.delivery.last");
        assertThatThrownBy(() -> desk.save(new DeliveryForm("pickup", "Counter", "Comptoir", null, true, List.of()), "another", BY))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("shipping.delivery.changed"));
    }

    private List<String> prices(String province, String goods) {
        return rates.options("CA", province, Money.of(goods, "CAD")).stream()
                .map(option -> option.code() + " " + option.price().rounded().amount().setScale(2)).filter(line -> !line.startsWith("van")).toList();
    }

    private static DeliveryForm.Rate rate(Set<String> provinces, String price, String from, String then, String days) {
        return new DeliveryForm.Rate(provinces, price, from, then, days);
    }
}
