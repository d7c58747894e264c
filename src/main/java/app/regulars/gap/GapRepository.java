package app.regulars.gap;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface GapRepository extends Repository<Gap, UUID> {

    Gap save(Gap gap);

    void delete(Gap gap);

    void flush();

    Optional<Gap> findById(UUID id);

    List<Gap> findByIdIn(Collection<UUID> ids);

    List<Gap> findByStateOrderByOpenedAtAscIdAsc(GapState state, Limit limit);
}
