package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

@RegularsTest
@WithStaff
class FirstUseModuleTests {

    private static final Pattern LINK = Pattern.compile("/reset/([\\w-]+)");
    private static final StaffId BY = new StaffId(Ids.next());

    @Autowired
    private FirstUse desk;
    @Autowired
    private Passwords passwords;
    @Autowired
    private Entrance entrance;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;

    private final String email = "old-" + UUID.randomUUID() + "@before.example";

    @Test
    void letsAnImportedCustomerInToHerOwnRecordOnce() {
        var me = imported();
        desk.invite(me, BY);
        desk.invite(me, BY);
        var tokens = tokens();
        assertThat(tokens).hasSize(2);
        assertThat(tokens.stream().filter(token -> passwords.look(token) instanceof Confirmation.PasswordNeeded)).as("the newest alone works").hasSize(1);
        var token = tokens.stream().filter(each -> passwords.look(each) instanceof Confirmation.PasswordNeeded).findFirst().orElseThrow();
        var welcome = (Confirmation.Welcome) passwords.choose(token, "four grey gulls", Locale.CANADA);
        assertThat(entrance.enter(welcome.secret())).get().extracting(user -> ((CurrentUser.Principal) user).signedIn().customer()).isEqualTo(me);
        assertThat(passwords.choose(token, "five grey gulls", Locale.CANADA)).isInstanceOf(Confirmation.Used.class);
        assertThatThrownBy(() -> desk.invite(me, BY)).isInstanceOf(Refused.class);
    }

    @Test
    void writesToEverybodyWhoCannotSignInOnce() {
        var me = imported();
        desk.inviteAll(BY);
        Awaitility.await().pollInSameThread().until(() -> desk.standing().unwritten() == 0);
        desk.inviteAll(BY);
        assertThat(desk.standing().waiting()).isPositive();
        assertThat(tokens()).hasSize(1);
        assertThat(customers.find(me)).isPresent();
    }

    @Test
    @WithStaff("CUSTOMERS_SEE")
    void isForThoseWhoMayChangeCustomers() {
        assertThatThrownBy(() -> desk.inviteAll(BY)).isInstanceOf(AccessDeniedException.class);
    }

    private CustomerId imported() {
        return customers.obtain(email, "Olive Older", null, null, Locale.CANADA, "import");
    }

    private List<String> tokens() {
        return jdbc.queryForList("select html from outbox_message where recipient = ? and kind = 'account.first'", String.class, email).stream().map(html -> {
            var link = LINK.matcher(html);
            assertThat(link.find()).isTrue();
            return link.group(1);
        }).toList();
    }
}
