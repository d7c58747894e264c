package app.regulars.personaldata;

import app.regulars.RegularsApplication;
import app.regulars.testing.WithStaff;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** The whole application once more, on another database, without an open port. */
final class AnotherInstallation {

    private AnotherInstallation() {
    }

    static ConfigurableApplicationContext on(String url, String user, String password, Path data) {
        var other = new SpringApplicationBuilder(RegularsApplication.class).contextFactory(type -> new GenericWebApplicationContext(new MockServletContext()))
                .run("--db-scheduler.enabled=false", "--regulars.demo=false", "--regulars.data=" + data, "--spring.jpa.properties.hibernate.search.backend.directory.root="
                        + data.resolve("index"), "--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--spring.datasource.password=" + password);
        // its beans look into a holder of their own
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication());
        return other;
    }
}
