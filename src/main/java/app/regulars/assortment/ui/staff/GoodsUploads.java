package app.regulars.assortment.ui.staff;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of goods between being sent and being taken: for half an hour, for whoever sent them, in the memory of the node that serves her. */
@Component
class GoodsUploads {

    private static final long MOST_BYTES = 96L * 1024 * 1024;

    private record Sent(StaffId by, byte[] content) {
    }

    private final Cache<UUID, Sent> files = Caffeine.newBuilder().maximumWeight(MOST_BYTES).<UUID, Sent>weigher((id, file) -> file.content().length + 1)
            .expireAfterWrite(Duration.ofMinutes(30)).build();

    UUID keep(StaffId by, byte[] content) {
        var id = Ids.next();
        files.put(id, new Sent(by, content));
        return id;
    }

    Optional<byte[]> of(UUID id, StaffId by) {
        return Optional.ofNullable(files.getIfPresent(id)).filter(sent -> sent.by().equals(by)).map(Sent::content);
    }

    void forget(UUID id) {
        files.invalidate(id);
    }
}
