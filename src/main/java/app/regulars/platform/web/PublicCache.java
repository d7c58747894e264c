package app.regulars.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps complete answers of public pages by address and language: at most 64 MB, at most 30 seconds, and less where a
 * module says that an address has changed. Of questions, filters and other queries an answer is kept when it is asked for again: most
 * are asked once, and to keep them all would have the collector carry them about for nothing.
 */
@Component
public class PublicCache {

    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Cache<Key, Answer> answers = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((Key key, Answer answer) -> answer.body().length + 200).expireAfterWrite(LONGEST).build();
    private final AtomicLong changes = new AtomicLong();
    /** Who was asked for lately, by a part of the hash of each. */
    private final AtomicIntegerArray asked = new AtomicIntegerArray(1 << 14);

    record Key(String path, Map<String, String> parameters, Locale locale) {
    }

    /** @param location where the page stands now, or null */
    record Answer(int status, byte[] body, String etag, String location) {
    }

    /** Forgets the answers of these addresses, whatever their query and language. Call it after the change is committed. */
    public void changed(String... paths) {
        changes.incrementAndGet();
        var these = Set.of(paths);
        answers.asMap().keySet().removeIf(key -> these.contains(key.path()));
    }

    /** Forgets everything: for changes that show on every page. */
    public void changed() {
        changes.incrementAndGet();
        answers.invalidateAll();
    }

    Answer get(Key key, Supplier<Answer> make) {
        var kept = answers.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        var before = changes.get();
        var made = make.get();
        // something changed while the page was made: show it once, but do not keep it
        if (made.status() == 200 && before == changes.get() && isWorthKeeping(key)) {
            answers.put(key, made);
        }
        return made;
    }

    private boolean isWorthKeeping(Key key) {
        if (key.parameters().isEmpty()) {
            return true;
        }
        var hash = key.hashCode() * 0x9E3779B9 | 1;
        return asked.getAndSet(hash >>> Integer.SIZE - 14, hash) == hash;
    }
}
