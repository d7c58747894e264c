package app.regulars.platform.web;

import com.vaadin.flow.spring.SpringServlet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a page says on its line when it is left opens no session. It may arrive after a sign-in has given the session another id; a new
 * session answered to the old id would take the place of the one that somebody has just been let into.
 */
@Configuration(proxyBeanMethods = false)
class PushSessions {

    /** {@code ApplicationConfig.PROPERTY_SESSION_CREATE} of Atmosphere, which is not on the compiler's path. */
    private static final String CREATES_SESSIONS = "org.atmosphere.cpr.sessionCreate";

    @Bean
    static BeanPostProcessor pushWithoutNewSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration && registration.getServlet() instanceof SpringServlet) {
                    registration.addInitParameter(CREATES_SESSIONS, "false");
                }
                return bean;
            }
        };
    }
}
