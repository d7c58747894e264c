package app.regulars.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the driver of MySQL talks to the server where nothing else is said in the address: it knows the state of its session by itself instead
 * of asking for it, and sends no change of state that is none. Some ten statements less for an order.
 */
@Configuration(proxyBeanMethods = false)
class MySqlConnections {

    @Bean
    static BeanPostProcessor mySqlConnectionSettings() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:mysql:")) {
                    pool.addDataSourceProperty("useLocalSessionState", "true");
                    pool.addDataSourceProperty("elideSetAutoCommits", "true");
                    pool.addDataSourceProperty("cacheServerConfiguration", "true");
                    pool.addDataSourceProperty("cachePrepStmts", "true");
                    pool.addDataSourceProperty("prepStmtCacheSize", "400");
                    pool.addDataSourceProperty("prepStmtCacheSqlLimit", "8192");
                    pool.addDataSourceProperty("rewriteBatchedStatements", "true");
                }
                return bean;
            }
        };
    }
}
