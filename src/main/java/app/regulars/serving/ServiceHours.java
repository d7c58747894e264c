package app.regulars.serving;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The plain entrance for whoever asks whether somebody is there: the hours of those who have none of their own. */
@Service
public class ServiceHours {

    private final Settings settings;

    ServiceHours(Settings settings) {
        this.settings = settings;
    }

    public boolean isOpen(Instant at) {
        return settings.hours().open("", at.toEpochMilli(), at.toEpochMilli() + 1) > 0;
    }

    /** The moment itself if it is within the hours, else when they begin again; empty if not within three years. */
    public Optional<Instant> openFrom(Instant at) {
        return Optional.ofNullable(settings.hours().after("", at.toEpochMilli(), 1)).map(first -> Instant.ofEpochMilli(first - 1));
    }
}
