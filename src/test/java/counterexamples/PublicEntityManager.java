package counterexamples;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** Breaks the rules on purpose; never scanned by the application. */
@Entity
public class PublicEntityManager {

    @Id
    private Long id;
    @Version
    private int version;
    @ManyToMany
    private List<PublicEntityManager> others;

    Instant when() {
        try {
            return Instant.now();
        } catch (RuntimeException e) {
            e.printStackTrace();
            return null;
        }
    }
}
