package app.regulars.search;

import org.hibernate.search.engine.backend.types.VectorSimilarity;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmMappingConfigurationContext;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What only one of the engines has in its index: vectors, which OpenSearch keeps only with an extension of its own. */
@Component("searchMapping")
class SearchMapping implements HibernateOrmSearchMappingConfigurer {

    private final String engine;

    SearchMapping(@Value("${regulars.search.engine:lucene}") String engine) {
        this.engine = engine;
    }

    @Override
    public void configure(HibernateOrmMappingConfigurationContext context) {
        if ("lucene".equals(engine)) {
            context.programmaticMapping().type(StoredDocument.class).property("meaningVector")
                    .vectorField(SentenceModel.DIMENSIONS, "meaning").vectorSimilarity(VectorSimilarity.DOT_PRODUCT);
        }
    }
}
