package counterexamples;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Breaks the rules on purpose. */
@NoRepositoryBean
public interface PublicRepository extends Repository<PublicEntityManager, Long> {
}
