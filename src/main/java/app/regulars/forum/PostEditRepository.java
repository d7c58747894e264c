package app.regulars.forum;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PostEditRepository extends Repository<PostEdit, UUID> {

    PostEdit save(PostEdit edit);

    @Query("select e.text from PostEdit e where e.postId = :post order by e.editedAt desc")
    List<String> before(UUID post, Limit limit);
}
