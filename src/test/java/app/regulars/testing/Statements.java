package app.regulars.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The SQL statements that this thread sends, by Hibernate and beside it; what happens in the background is not counted. */
public final class Statements {

    private static final List<String> LOGGERS = List.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate");

    private Statements() {
    }

    public static List<String> of(Runnable reading) {
        var thread = Thread.currentThread().getName();
        var statements = new ArrayList<String>();
        var counting = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var text = event.getFormattedMessage();
                if (event.getThreadName().equals(thread) && (event.getLoggerName().equals(LOGGERS.getFirst()) || text.startsWith("Executing prepared SQL statement [")
                        || text.startsWith("Executing SQL batch update ["))) {
                    statements.add(text);
                }
            }
        };
        counting.start();
        var loggers = LOGGERS.stream().map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
        var levels = loggers.stream().map(Logger::getLevel).toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(counting);
        });
        try {
            reading.run();
        } finally {
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).detachAppender(counting);
                loggers.get(i).setAdditive(true);
                loggers.get(i).setLevel(levels.get(i));
            }
        }
        return statements;
    }
}
