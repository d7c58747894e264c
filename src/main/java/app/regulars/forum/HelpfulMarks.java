package app.regulars.forum;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Who found which post helpful: one mark a person. The post keeps the sum, changed without touching its version. */
@Component
class HelpfulMarks {

    private final NamedParameterJdbcTemplate jdbc;

    HelpfulMarks(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was the person's first */
    boolean add(PostId post, UUID person, Instant at) {
        var added = jdbc.getJdbcTemplate().update("insert ignore into forum_helpful (post_id, person, marked_at) values (?, ?, ?)",
                bytes(post.value()), bytes(person), Timestamp.from(at)) > 0;
        if (added) {
            count(post, 1);
        }
        return added;
    }

    /** @return whether there was one */
    boolean remove(PostId post, UUID person) {
        var removed = jdbc.getJdbcTemplate().update("delete from forum_helpful where post_id = ? and person = ?", bytes(post.value()), bytes(person)) > 0;
        if (removed) {
            count(post, -1);
        }
        return removed;
    }

    /** Which of these posts the person marked; one statement. */
    Set<PostId> of(UUID person, Collection<PostId> posts) {
        if (posts.isEmpty()) {
            return Set.of();
        }
        List<byte[]> ids = posts.stream().map(post -> bytes(post.value())).toList();
        return new HashSet<>(jdbc.query("select post_id from forum_helpful where person = :person and post_id in (:posts)",
                java.util.Map.of("person", bytes(person), "posts", ids), (row, number) -> new PostId(uuid(row.getBytes(1)))));
    }

    /** Takes back every mark of a person. */
    void forget(UUID person) {
        jdbc.getJdbcTemplate().update("update forum_post set helpful = helpful - 1 where id in (select post_id from forum_helpful where person = ?)", bytes(person));
        jdbc.getJdbcTemplate().update("delete from forum_helpful where person = ?", bytes(person));
    }

    private void count(PostId post, int more) {
        jdbc.getJdbcTemplate().update("update forum_post set helpful = helpful + ? where id = ?", more, bytes(post.value()));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
