package app.regulars.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.shop.Shop;
import app.regulars.testing.RegularsTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest(properties = "regulars.test.own=demo-stays-out") // a database of its own: others fill theirs
class DemoStaysOutTests {

    @Autowired
    private DemoGround ground;
    @Autowired
    private DemoStaffSession staffSession;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Shop shop;

    @Test
    void leavesAShopAloneThatSomebodyBegan() {
        staffSession.run(() -> assertThat(ground.isEmpty()).isTrue());
        customers.obtain("ann@example.com", "Ann Bell", null, null, Languages.ENGLISH, "import");
        staffSession.run(() -> assertThat(ground.isEmpty()).isFalse());
    }

    @Test
    void showsNothingOfTheDemonstrationInAnEmptyShop() {
        assertThat(shop.name()).isEqualTo("Regulars");
        assertThat(shop.email()).doesNotContain("harbourline");
    }
}
