package app.regulars.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(classes = TestDatabaseTests.DataSourceOnly.class)
class TestDatabaseTests {

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    static class DataSourceOnly {
    }

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Environment environment;

    @Test
    void isUnderEverySpringTest() {
        assertThat(environment.getProperty("spring.datasource.url")).contains("regulars_test_");
        assertThat(environment.getProperty("regulars.demo")).isEqualTo("false");
        jdbc.execute("CREATE TABLE mine (id INT)");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM mine", Integer.class)).isZero();
    }

    @Test
    void givesEveryoneASchemaOfTheirOwn() throws SQLException {
        var first = TestDatabase.get().newSchema();
        var second = TestDatabase.get().newSchema();
        execute(first, "CREATE TABLE only_here (id INT)");
        assertThatThrownBy(() -> execute(second, "SELECT * FROM only_here")).isInstanceOf(SQLException.class);
        TestDatabase.get().drop(first);
        TestDatabase.get().drop(second);
    }

    @Test
    void speaksUtcAndComparesWithoutCase() {
        assumeTrue(TestDatabase.get().isMySql());
        assertThat(jdbc.queryForObject("SELECT @@collation_database", String.class)).isEqualTo("utf8mb4_unicode_ci");
        assertThat(jdbc.queryForObject("SELECT @@session.time_zone", String.class)).isIn("UTC", "+00:00");
        LocalDateTime now = jdbc.queryForObject("SELECT NOW()", LocalDateTime.class);
        assertThat(now.toInstant(java.time.ZoneOffset.UTC)).isCloseTo(Instant.now(), new org.assertj.core.data.TemporalUnitWithinOffset(5, ChronoUnit.SECONDS));
    }

    private static void execute(TestDatabase.Schema schema, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
