package app.regulars.faq;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface FaqCategoryRepository extends Repository<FaqCategory, UUID> {

    FaqCategory save(FaqCategory category);

    void delete(FaqCategory category);

    Optional<FaqCategory> findBySlug(String slug);

    Optional<FaqCategory> findById(UUID id);

    List<FaqCategory> findAllByOrderByPosition(Limit limit);
}
