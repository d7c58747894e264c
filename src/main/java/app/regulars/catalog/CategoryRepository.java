package app.regulars.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CategoryRepository extends Repository<Category, UUID> {

    Category save(Category category);

    Optional<Category> findBySlug(String slug);

    List<Category> findAllByOrderByPositionAscSlugAsc();
}
