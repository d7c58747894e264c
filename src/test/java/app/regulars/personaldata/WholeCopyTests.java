package app.regulars.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.persistence.Columns;
import app.regulars.privacy.ConsentDesk;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.TestDatabase;
import app.regulars.testing.WithStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.context.ApplicationContext;

/** The owner takes everything along, and has it all again on a clean installation, of the same database or of another make. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class WholeCopyTests {

    @Autowired
    private ApplicationContext house;
    @Autowired
    private WholeCopy copy;
    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    @Test
    void bringsEverythingBackIntoACleanInstallation() throws IOException {
        var her = SomebodyKnown.in(house, "copy.");
        // what looks like nothing in the file is something all the same
        jdbc.update("update customer_address set line2 = ? where customer_id = ?", "\\N", Columns.bytes(her.id().value()));
        jdbc.update("update customer set occupation = ? where id = ?", "\\\\keeper \uD83D\uDD6F\u202E", Columns.bytes(her.id().value()));
        var file = folder.resolve("all.zip");
        java.util.Map<String, Long> written;
        try (var out = Files.newOutputStream(file)) {
            written = copy.write(out);
        }
        assertThatExceptionOfType(IllegalArgumentException.class).as("not over what is here").isThrownBy(() -> copy.restore(file));
        var mysql = TestDatabase.get().newSchema();
        isAllThere(her, written, file, "same", mysql.url(), mysql.user(), mysql.password());
        isAllThere(her, written, file, "h2", "jdbc:h2:mem:whole;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1", "sa", "sa");
    }

    private static List<String> words(JdbcTemplate jdbc, SomebodyKnown her) {
        var id = Columns.bytes(her.id().value());
        return List.of(jdbc.queryForObject("select line2 from customer_address where customer_id = ?", String.class, id),
                jdbc.queryForObject("select occupation from customer where id = ?", String.class, id));
    }

    private void isAllThere(SomebodyKnown her, java.util.Map<String, Long> written, Path file, String name, String url, String user, String password) throws IOException {
        try (var other = AnotherInstallation.on(url, user, password, folder.resolve(name))) {
            assertThat(other.getBean(WholeCopy.class).restore(file)).isEqualTo(written);
            var again = folder.resolve(name + ".zip");
            try (var out = Files.newOutputStream(again)) {
                assertThat(other.getBean(WholeCopy.class).write(out)).isEqualTo(written);
            }
            assertThat(words(other.getBean(JdbcTemplate.class), her)).isEqualTo(words(jdbc, her)).contains("\\N");
            var number = new OrderNumber(her.number());
            assertThat(other.getBean(MyOrders.class).find(her.id(), number)).usingRecursiveComparison().isEqualTo(house.getBean(MyOrders.class).find(her.id(), number));
            // the other installation has put its own place for who is signed in beside the test's
            SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication());
            assertThat(other.getBean(ConsentDesk.class).check(app.regulars.platform.identity.StaffId.next()).intact()).as("the chain of consents holds").isTrue();
        }
    }
}
