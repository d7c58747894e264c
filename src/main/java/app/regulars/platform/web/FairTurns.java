package app.regulars.platform.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Requests are answered on threads of the operating system, which shares its processors out among them. A virtual thread keeps its processor until it waits
 * for something, and pages answered from memory never wait: with as many of them in work as processors, whoever asked again at once was answered up to a
 * hundred times in a row, and others waited a third of a second (src/docs/benchmarks.md). Everything else goes on on virtual threads.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FairTurns implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        // none means Tomcat's own (server.tomcat.threads)
        factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(null));
    }
}
