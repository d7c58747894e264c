package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.NotFound;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.Roles;
import app.regulars.platform.shop.Shop;
import app.regulars.testing.RegularsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
class ShopOpeningTests {

    private static final ShopOpening.Form ADA = new ShopOpening.Form("Corner Books", "Ada Bold", "Ada@Corner.example", "nine red books on a shelf");

    @Autowired
    private ShopOpening opening;
    @Autowired
    private AccountUsers users;
    @Autowired
    private AccountRepository accounts;
    @Autowired
    private Shop shop;
    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void nobodyWorksHere() {
        jdbc.update("update staff_member set active = false");
    }

    @AfterEach
    void theShopIsAsBefore() {
        shop.set("name", "Regulars");
    }

    @Test
    void letsTheOwnerOfAnEmptyShopInOnce() {
        var secret = opening.invite().orElseThrow();
        opening.begin(secret, ADA);
        var account = accounts.findByEmail("ada@corner.example").orElseThrow();
        assertThat(users.user(account, Proof.PASSWORD).orElseThrow().getAuthorities()).as("until the second step is set up").isEmpty();
        assertThat(users.user(account, Proof.SECOND_FACTOR).orElseThrow().getAuthorities()).extracting("authority")
                .contains("ROLE_" + Roles.STAFF, "ROLE_" + Permissions.STAFF_CHANGE, "ROLE_" + Permissions.SHOP_SETUP);
        assertThat(shop.name()).isEqualTo("Corner Books");
        assertThat(opening.isInvited(secret)).isFalse();
        assertThat(opening.invite()).isEmpty();
        assertThatThrownBy(() -> opening.begin(secret, ADA)).isInstanceOf(NotFound.class);
    }

    @Test
    void endsTheFormerLinkWithANewOne() {
        var former = opening.invite().orElseThrow();
        var secret = opening.invite().orElseThrow();
        assertThat(opening.isInvited(former)).isFalse();
        assertThat(opening.isInvited(secret)).isTrue();
        assertThat(opening.isInvited(null)).isFalse();
        assertThat(opening.isInvited("")).isFalse();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(opening.problems(new ShopOpening.Form("", " ", "ada@", "short"))).containsOnlyKeys("shop", "name", "email", "password");
        assertThat(opening.problems(new ShopOpening.Form("x".repeat(10_000), "é".repeat(10_000), "ada@corner.example", "x".repeat(10_000))))
                .containsOnlyKeys("shop", "name", "password");
        assertThat(opening.problems(ADA)).isEmpty();
    }
}
