package app.regulars.testing;

import java.util.List;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Puts every Spring test ({@code @SpringBootTest}, {@code @ApplicationModuleTest}, {@code @DataJpaTest}, …) on a schema
 * of its own in the {@link TestDatabase}, with its own data folder and without the demonstration shop. A test's own
 * properties win; one that sets {@code spring.datasource.url} itself is left alone with it.
 */
public final class TestDatabaseContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new OnTestDatabase();
    }

    /** All are equal, so that contexts are still shared between tests. */
    private record OnTestDatabase() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            var sources = context.getEnvironment().getPropertySources();
            PropertySource<?> own = sources.get(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME);
            var schema = new LazySchema(own != null && own.containsProperty("spring.datasource.url"));
            if (own == null) {
                sources.addFirst(schema);
            } else {
                sources.addAfter(own.getName(), schema);
            }
            // registered before all others, so it is closed after them
            if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
                beans.registerDisposableBean("testSchema", schema::drop);
            }
        }
    }

    /** Asks for a database only when a context really wants one: a slice without data sources starts no server. */
    private static final class LazySchema extends PropertySource<Object> {

        private final boolean ownDatabase;
        private final String data = "target/test-data/" + Long.toString(System.nanoTime(), 36);
        private TestDatabase.Schema schema;

        LazySchema(boolean ownDatabase) {
            super("test database");
            this.ownDatabase = ownDatabase;
        }

        @Override
        public Object getProperty(String name) {
            return switch (name) {
                case "spring.datasource.url" -> ownDatabase ? null : schema().url();
                case "spring.datasource.username" -> ownDatabase ? null : schema().user();
                case "spring.datasource.password" -> ownDatabase ? null : schema().password();
                case "spring.datasource.hikari.maximum-pool-size" -> "10";
                case "spring.datasource.hikari.minimum-idle" -> "1"; // many contexts live at once
                case "spring.test.database.replace" -> "none";
                case "regulars.data" -> data;
                case "regulars.demo" -> "false";
                case "regulars.mail.watch" -> "false"; // mailboxes are looked at where a test says so
                default -> null;
            };
        }

        private synchronized TestDatabase.Schema schema() {
            if (schema == null) {
                schema = TestDatabase.get().newSchema();
            }
            return schema;
        }

        synchronized void drop() {
            if (schema != null) {
                TestDatabase.get().drop(schema);
            }
        }
    }
}
