package app.regulars.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * The database server of this JVM's tests, in this order:
 * <ol>
 * <li>the embedded H2, where {@code -Pembedded} asks for it;
 * <li>a given MySQL: {@code -Dregulars.test.jdbc-url=jdbc:mysql://host/} (with {@code .jdbc-user} and {@code
 * .jdbc-password}) or the environment's {@code REGULARS_TEST_JDBC_URL} and so on; its user may create databases;
 * <li>MySQL in Docker, where an engine is there;
 * <li>on Debian, MySQL from the distribution's packages, unpacked into a cache;
 * <li>else one sentence that says what to do.
 * </ol>
 * The server is started when it is first asked for. Every {@link Schema} is a database of its own, so that what one
 * application context does is not seen by another. What was used is written to {@code target/test-database.txt}.
 */
public final class TestDatabase {

    static final String USER = "regulars";
    static final String PASSWORD = "regulars";
    static final String LOCAL_PARAMETERS = "sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private static final String MYSQL_PARAMETERS = "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
    private static final String EMBEDDED_PARAMETERS = ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    private static final String MYSQL_IMAGE = "mysql:9";
    private static final String NOTHING_THERE = """
            Regulars is tested on MySQL, and this machine offers none: start Docker, or give a MySQL with \
            -Dregulars.test.jdbc-url=jdbc:mysql://host:3306/ -Dregulars.test.jdbc-user=… -Dregulars.test.jdbc-password=…, \
            or choose the embedded H2 deliberately with -Pembedded.""";
    private static final Pattern MYSQL_URL = Pattern.compile("(jdbc:mysql:(?:[a-z]+:)?//[^/?]+)(?:/[^?]*)?(?:\\?(.*))?");
    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);

    private final Kind kind;
    private final String server;
    private final String parameters;
    private final String user;
    private final String password;
    @SuppressWarnings("unused") // kept from the garbage collector, which would end it
    private final Object process;
    private final AtomicInteger schemas = new AtomicInteger();

    private TestDatabase(Kind kind, String server, String parameters, String user, String password, Object process) {
        this.kind = kind;
        this.server = server;
        this.parameters = parameters;
        this.user = user;
        this.password = password;
        this.process = process;
    }

    enum Kind {
        EMBEDDED, GIVEN, DOCKER, DEBIAN
    }

    /** A database of its own; its tables are the asker's affair. */
    public record Schema(String name, String url, String user, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** The one server of this JVM, started on the first call. */
    public static TestDatabase get() {
        return Holder.DATABASE.get();
    }

    /** What {@link #get()} would use; starts nothing and fails with one sentence where nothing can be had. */
    static Kind choose() {
        Kind kind;
        if ("embedded".equals(setting("database"))) {
            kind = Kind.EMBEDDED;
        } else if (setting("jdbc-url") != null) {
            kind = Kind.GIVEN;
        } else if (DockerEngine.available()) {
            kind = Kind.DOCKER;
        } else if (DebianMySql.available()) {
            kind = Kind.DEBIAN;
        } else {
            throw new IllegalStateException(NOTHING_THERE);
        }
        if (kind == Kind.EMBEDDED && "mysql".equals(setting("require"))) {
            throw new IllegalStateException("This run requires MySQL, so it cannot be combined with -Pembedded.");
        }
        return kind;
    }

    /** A new, empty database for contexts of this JVM. */
    public Schema newSchema() {
        String name = newName();
        return kind == Kind.EMBEDDED
                ? new Schema(name, "jdbc:h2:mem:" + name + EMBEDDED_PARAMETERS + ";DB_CLOSE_DELAY=-1", USER, PASSWORD)
                : create(name);
    }

    /** A new, empty database that another process can open as well. */
    public Schema newSharedSchema() {
        String name = newName();
        return kind == Kind.EMBEDDED
                ? new Schema(name, "jdbc:h2:file:" + Path.of("target", "h2", name).toAbsolutePath() + EMBEDDED_PARAMETERS
                        + ";AUTO_SERVER=TRUE", USER, PASSWORD)
                : create(name);
    }

    /** Only a given server outlives the tests, so only there is something to tidy up. */
    public void drop(Schema schema) {
        if (kind == Kind.GIVEN) {
            execute("DROP DATABASE " + schema.name());
        }
    }

    public boolean isMySql() {
        return kind != Kind.EMBEDDED;
    }

    private String newName() {
        return "regulars_test_" + Long.toString(ProcessHandle.current().pid(), 36) + "_"
                + Long.toString(System.currentTimeMillis() / 1000, 36) + "_" + schemas.incrementAndGet();
    }

    private Schema create(String name) {
        execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return new Schema(name, server + "/" + name + "?" + parameters, user, password);
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(server + "/?" + parameters, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database refused \"" + sql + "\": " + e.getMessage(), e);
        }
    }

    private static TestDatabase open() {
        Kind kind = choose();
        TestDatabase database = switch (kind) {
            case EMBEDDED -> new TestDatabase(kind, "jdbc:h2:mem:", EMBEDDED_PARAMETERS, USER, PASSWORD, null);
            case GIVEN -> given(setting("jdbc-url"));
            case DOCKER -> docker();
            case DEBIAN -> {
                var mysql = DebianMySql.start();
                yield new TestDatabase(kind, mysql.server(), LOCAL_PARAMETERS + "&" + MYSQL_PARAMETERS, USER, PASSWORD, mysql);
            }
        };
        String product = database.product();
        LOG.info("Tests run on {}", product);
        leaveMark(product);
        return database;
    }

    private static TestDatabase given(String url) {
        Matcher parts = MYSQL_URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException("regulars.test.jdbc-url has to look like jdbc:mysql://host:3306/, not like " + url);
        }
        String parameters = parts.group(2) == null ? MYSQL_PARAMETERS : parts.group(2) + "&" + MYSQL_PARAMETERS;
        return new TestDatabase(Kind.GIVEN, parts.group(1), parameters, setting("jdbc-user"), setting("jdbc-password"), null);
    }

    private static TestDatabase docker() {
        var container = new MySQLContainer(MYSQL_IMAGE)
                .withUsername("root")
                .withPassword(PASSWORD)
                .withCommand("--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci", "--max-connections=1000",
                        "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=OFF");
        container.start();
        String server = "jdbc:mysql://" + container.getHost() + ":" + container.getMappedPort(MySQLContainer.MYSQL_PORT);
        return new TestDatabase(Kind.DOCKER, server, LOCAL_PARAMETERS + "&" + MYSQL_PARAMETERS, "root", PASSWORD, container);
    }

    private String product() {
        String url = isMySql() ? server + "/?" + parameters : "jdbc:h2:mem:";
        String query = isMySql() ? "SELECT VERSION(), @@version_comment" : "SELECT H2VERSION(), ''";
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            String version = row.getString(1);
            if ((version + row.getString(2)).toLowerCase(Locale.ROOT).contains("mariadb")) {
                throw new IllegalStateException("Regulars needs MySQL; " + server + " is a MariaDB " + version + ".");
            }
            return (isMySql() ? "MySQL " : "H2 ") + version + switch (kind) {
                case EMBEDDED -> " (embedded, as asked for)";
                case GIVEN -> " (given: " + server + ")";
                case DOCKER -> " (Docker, " + MYSQL_IMAGE + ")";
                case DEBIAN -> " (Debian's packages, unpacked)";
            };
        } catch (SQLException e) {
            throw new IllegalStateException("The test database " + server + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void leaveMark(String product) {
        try {
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("test-database.txt"), product + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String setting(String name) {
        String value = System.getProperty("regulars.test." + name);
        if (value == null) {
            value = System.getenv("REGULARS_TEST_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
        }
        return value == null || value.isBlank() ? null : value;
    }

    /** Opened once; every later call gets the same database or the same refusal. */
    private static final class Holder {

        static final Holder DATABASE = new Holder();

        private TestDatabase database;
        private IllegalStateException refusal;

        synchronized TestDatabase get() {
            if (refusal != null) {
                throw refusal;
            }
            if (database == null) {
                try {
                    database = open();
                } catch (IllegalStateException e) {
                    refusal = e;
                    throw e;
                }
            }
            return database;
        }
    }
}
