package app.regulars.faq;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ArticleVoteRepository extends Repository<ArticleVote, UUID> {

    ArticleVote save(ArticleVote vote);

    Optional<ArticleVote> findByArticleIdAndVoter(UUID articleId, UUID voter);

    record Count(String slug, boolean helpful, long votes) {
    }

    @Query("""
            select new app.regulars.faq.ArticleVoteRepository$Count(a.slug, v.helpful, count(v)) from ArticleVote v join Article a on a.id = v.articleId
            group by a.slug, v.helpful""")
    List<Count> counts();

    long countByArticleIdAndHelpful(UUID articleId, boolean helpful);
}
