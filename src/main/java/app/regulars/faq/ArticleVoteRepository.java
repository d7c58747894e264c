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

    @Query("""
            select new app.regulars.faq.ArticleWord(a.slug, v.reason, v.votedAt) from ArticleVote v join Article a on a.id = v.articleId
            where a.slug = :slug and v.helpful = false order by v.votedAt desc, v.id""")
    List<ArticleWord> notHelped(String slug, org.springframework.data.domain.Limit limit);

    @Query("""
            select new app.regulars.faq.UnhelpfulWords$Unhelpful(v.id, a.slug, en.title, v.reason, v.votedAt) from ArticleVote v join Article a on a.id = v.articleId
            join a.texts en on key(en) = 'en' where v.helpful = false and v.votedAt >= :moment order by v.votedAt desc, v.id""")
    List<UnhelpfulWords.Unhelpful> unhelpful(java.time.Instant moment, org.springframework.data.domain.Limit limit);

    long countByArticleIdAndHelpful(UUID articleId, boolean helpful);
}
