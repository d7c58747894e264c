package app.regulars.platform.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.TargetEventPublication;

/**
 * The registry of events with less to write: that somebody has begun to take in a piece of news is not written, as nobody asks for it (a
 * piece that did not arrive is told again, begun or not), and what has arrived is written by {@link Arrivals}.
 */
@Configuration(proxyBeanMethods = false)
class NewsRegistry {

    @Bean
    static BeanPostProcessor lessToWrite(ObjectProvider<Arrivals> arrivals) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EventPublicationRepository all ? lean(all, arrivals) : bean;
            }
        };
    }

    private static Object lean(EventPublicationRepository all, ObjectProvider<Arrivals> arrivals) {
        return Proxy.newProxyInstance(EventPublicationRepository.class.getClassLoader(), new Class<?>[] {EventPublicationRepository.class}, (self, method, values) -> {
            if ("markProcessing".equals(method.getName())) {
                return null;
            }
            if ("markCompleted".equals(method.getName()) && values.length == 2) {
                arrivals.getObject().arrived(values[0] instanceof TargetEventPublication one ? one.getIdentifier() : (UUID) values[0], (Instant) values[1]);
                return null;
            }
            try {
                return method.invoke(all, values);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
    }
}
