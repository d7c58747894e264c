package app.regulars.search;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SearchRuleRepository extends Repository<SearchRule, UUID> {

    SearchRule save(SearchRule rule);

    Optional<SearchRule> findById(UUID id);

    boolean existsByKindAndLanguageAndAskedAndAnswer(SearchRule.Kind kind, String language, String asked, String answer);

    void delete(SearchRule rule);

    long count();
}
