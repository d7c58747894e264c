package app.regulars.testing;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Every application context that starts makes its own keeper of who is signed in the one of the whole JVM. When tests with
 * different contexts follow each other, this gives the JVM back the keeper of the test's own context before each test.
 */
public final class SecurityOfThisContext implements TestExecutionListener, Ordered {

    /** Before the one of Spring Security's own test support, which signs in the person that a test names. */
    @Override
    public int getOrder() {
        return 9_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext().getBeanProvider(SecurityContextHolderStrategy.class).ifAvailable(strategy -> {
                if (SecurityContextHolder.getContextHolderStrategy() != strategy) {
                    SecurityContextHolder.setContextHolderStrategy(strategy);
                }
            });
        }
    }
}
