package app.regulars.review;

import app.regulars.catalog.ProductId;
import app.regulars.platform.identity.CustomerId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReviewRepository extends Repository<Review, UUID> {

    Review saveAndFlush(Review review);

    Optional<Review> findById(UUID id);

    Optional<Review> findByProductIdAndCustomerId(ProductId product, CustomerId customer);

    void delete(Review review);
}
