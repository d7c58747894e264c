package app.regulars.journeys;

import app.regulars.testing.RunningApplication;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What a person finds in her mailbox: the messages that the application would have sent. @param words that stand in them, or empty for all */
record OutboxOf(RunningApplication application, String email, String words) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    OutboxOf(RunningApplication application, String email) {
        this(application, email, "");
    }

    /** The path and query of the first link to such a page in the newest message of that kind, as soon as the message is there. */
    String linkIn(String kind, String pathPattern) {
        var link = Pattern.compile("href=\"(?:https?://[^/\"]+)?(" + pathPattern + ")\"").matcher(await(kind));
        if (!link.find()) {
            throw new AssertionError("no link to " + pathPattern + " in " + kind);
        }
        return link.group(1).replace("&amp;", "&");
    }

    String await(String kind) {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var html = newest(kind);
            if (html != null) {
                return html;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("no message " + kind + " came");
    }

    private String newest(String kind) {
        var schema = application.schema();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
             var statement = connection.prepareStatement("select html from outbox_message where recipient = ? and kind = ? and html like ? order by posted_at desc limit 1")) {
            statement.setString(1, email);
            statement.setString(2, kind);
            statement.setString(3, "%" + words + "%");
            var row = statement.executeQuery();
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
