package app.regulars.media;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What stands in the library, for pages that show it. */
@Component
public class Media {

    private static final String DOCUMENT = "/document.pdf";
    private static final int HASH = 32;

    private final JdbcTemplate jdbc;

    Media(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether something is read there, not looked at. */
    public static boolean isDocument(String address) {
        return address.endsWith(DOCUMENT);
    }

    /** The documents among these addresses that are still there, in their order; asks the database only if there is any, and opens no transaction to find out. */
    public List<Medium> documents(Collection<String> addresses) {
        var hashes = addresses.stream().filter(Media::isDocument).map(Media::hash).filter(Objects::nonNull).distinct().toList();
        if (hashes.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<String, Medium>();
        jdbc.query(MediaDesk.COLUMNS + "where hash in (" + String.join(",", Collections.nCopies(hashes.size(), "?")) + ")", MediaDesk.MEDIUM, hashes.toArray())
                .forEach(medium -> found.put(medium.hash(), medium));
        return hashes.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static String hash(String address) {
        var rest = address.startsWith("/media/") ? address.substring("/media/".length()) : "";
        return rest.length() == HASH + DOCUMENT.length() ? rest.substring(0, HASH) : null;
    }
}
