package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import app.regulars.pricing.TaxDesk;
import app.regulars.shipping.DeliveryDesk;
import app.regulars.shipping.DeliveryForm;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An order that goes to another country: that country's address, its way, its tax and none of ours. */
@RegularsTest
@WithStaff
class AbroadModuleTests {

    private static final StaffId BY = StaffId.next();

    @Autowired
    Checkout checkout;
    @Autowired
    MyOrders mine;
    @Autowired
    Shopping shopping;
    @Autowired
    DeliveryDesk delivery;
    @Autowired
    TaxDesk taxes;
    @Autowired
    Shop shop;
    @Autowired
    JdbcTemplate jdbc;

    private CustomerId amelie;
    private VariantId mug;

    @BeforeEach
    void shop() {
        amelie = shopping.customer("amelie");
        mug = shopping.product("mug", "standard", "40.00", 50);
        delivery.save(new DeliveryForm(null, "Abroad", "Étranger", "Post", true, List.of(new DeliveryForm.Rate(Set.of("country:FR", "country:US", "country:BE"), "42", "", "", "12"))), delivery.edition(), BY);
    }

    @AfterEach
    void asBefore() {
        jdbc.update("delete from tax_rate where country = 'BE'");
        jdbc.update("delete from shop_setting where setting_key = 'delivery-options' or setting_key like 'text.shipping.option.%'");
        shop.set("free-shipping-from", "60.00"); // the settings in memory are read anew
    }

    @Test
    void goesToAnotherCountryByTheWayThatReachesItWithoutOurTaxes() {
        var number = placed("abroad", france("69002")).number();
        var file = mine.find(amelie, number);
        assertThat(file.taxes()).isEmpty();
        assertThat(file.shipping()).isEqualTo(Money.of("42.00", "CAD"));
        assertThat(file.total()).isEqualTo(Money.of("82.00", "CAD"));
        assertThat(file.address().country()).isEqualTo("FR");
        assertThat(mine.find(amelie, placed("abroad", states("98101-1234")).number()).address().province()).isEqualTo("WA");
    }

    @Test
    void isTaxedAsThatCountryIsSetUp() {
        taxes.setRate(new TaxDesk.RateForm("BE", "TVA", "21", "2020-01-01"), BY);
        var brussels = new PostalAddress("Amélie Cormier", "Rue Haute 3", null, "Bruxelles", null, "1000", "BE");
        var file = mine.find(amelie, placed("abroad", brussels).number());
        assertThat(file.taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.code()).isEqualTo("TVA");
            assertThat(tax.amount()).isEqualTo(Money.of("17.22", "CAD")); // of goods and way
        });
        assertThat(file.total()).isEqualTo(Money.of("99.22", "CAD"));
    }

    @Test
    void asksForThatCountrysAddress() {
        assertThat(problems("abroad", france("6900"))).containsExactly("postalCode");
        assertThat(problems("abroad", france("B3J 2J1"))).containsExactly("postalCode");
        assertThat(problems("abroad", states("9810"))).containsExactly("postalCode");
        assertThat(problems("abroad", new PostalAddress("Amélie Cormier", "1 Pike Street", null, "Seattle", "NS", "98101", "US"))).containsExactly("province");
    }

    @Test
    void goesNowhereElseAndByNoWayThatEndsAtTheBorder() {
        var berlin = new PostalAddress("Amélie Cormier", "Torstraße 1", null, "Berlin", null, "10119", "DE");
        assertThat(problems("abroad", berlin)).isNotEmpty();
        assertThat(problems("standard", france("69002"))).containsExactly("shipping");
    }

    private static PostalAddress france(String postalCode) {
        return new PostalAddress("Amélie Cormier", "12 rue Mercière", null, "Lyon", null, postalCode, "FR");
    }

    private static PostalAddress states(String postalCode) {
        return new PostalAddress("Amélie Cormier", "1 Pike Street", null, "Seattle", "WA", postalCode, "US");
    }

    private CheckoutResult.Placed placed(String way, PostalAddress address) {
        var result = place(way, address);
        assertThat(result).isInstanceOf(CheckoutResult.Placed.class);
        return (CheckoutResult.Placed) result;
    }

    private List<String> problems(String way, PostalAddress address) {
        var result = place(way, address);
        assertThat(result).isInstanceOf(CheckoutResult.Incomplete.class);
        return ((CheckoutResult.Incomplete) result).problems().stream().map(CheckoutResult.Problem::field).toList();
    }

    private CheckoutResult place(String way, PostalAddress address) {
        var form = new CheckoutForm("Amélie Cormier", null, "amelie@example.com", "902 555 0121", address, way, null, null, Locale.CANADA);
        return checkout.place(new NewOrder(UUID.randomUUID(), amelie, amelie, List.of(new Prices.Wish(mug, 1)), List.of(), form, null, "web"));
    }
}
