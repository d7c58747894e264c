package app.regulars.search;

import app.regulars.platform.persistence.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.extractor.mapping.annotation.ContainerExtract;
import org.hibernate.search.mapper.pojo.extractor.mapping.annotation.ContainerExtraction;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ObjectPath;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.PropertyValue;

/** A search document as it is kept: the table is the truth, the index can be made anew from it. */
@Entity
@Table(name = "search_document")
@Indexed(index = "documents")
class StoredDocument {

    /** Stands for both languages. */
    static final String BOTH = "both";
    static final List<String> LANGUAGES = List.of("en", "fr", BOTH);
    private static final int TELLING = 30;
    private static final int BEGINNING = 200;

    @Id
    private UUID id;
    @Version
    @GenericField(sortable = Sortable.YES)
    private Integer version;
    @KeywordField(projectable = Projectable.YES)
    private String kind;
    @KeywordField(projectable = Projectable.YES, sortable = Sortable.YES)
    private String ref;
    @KeywordField
    private String language;
    /** One or several, separated by spaces. */
    private String audience;
    @GenericField(projectable = Projectable.YES)
    private String title;
    private String keywords;
    private String body;
    @KeywordField(projectable = Projectable.YES)
    private String address;
    private String facets;
    @GenericField
    private float boost;
    /** The title as a vector of {@link SentenceModel}, four bytes a dimension; null as long as nobody has made it. */
    private byte[] meaning;
    private String meaningModel;

    protected StoredDocument() {
    }

    static String language(SearchDocument document) {
        return document.language() == null ? BOTH : document.language();
    }

    static String key(SearchDocument document) {
        return key(document.kind(), document.ref(), language(document));
    }

    static String key(String kind, String ref, String language) {
        return kind + "/" + ref + "/" + language;
    }

    /** Follows from the key, so that two who add the same document at once meet in one row. */
    static UUID id(SearchDocument document) {
        return id(document.kind(), document.ref(), language(document));
    }

    static UUID id(String kind, String ref, String language) {
        return UUID.nameUUIDFromBytes(key(kind, ref, language).getBytes(StandardCharsets.UTF_8));
    }

    /** One that is in no table yet. */
    static StoredDocument of(SearchDocument document) {
        var stored = new StoredDocument();
        stored.id = id(document);
        stored.version = 0;
        stored.kind = document.kind();
        stored.ref = document.ref();
        stored.language = language(document);
        stored.title = "";
        stored.body = "";
        stored.change(document);
        return stored;
    }

    /** As it is written when it is new. */
    Object[] row() {
        return new Object[] {Columns.bytes(id), kind, ref, language, audience, title, keywords, body, address, facets, boost};
    }

    void change(SearchDocument document) {
        var said = sentence();
        audience = document.audience();
        title = cut(document.title(), 300);
        keywords = cut(document.keywords(), 20_000);
        body = cut(document.body(), 100_000);
        if (!said.equals(sentence())) {
            means(null, null);
        }
        address = document.address();
        facets = cut(String.join("\n", document.facets() == null ? List.of() : document.facets()), 4_000);
        boost = document.boost();
    }

    private static String cut(String text, int longest) {
        return text == null ? "" : text.length() <= longest ? text : text.substring(0, longest);
    }

    String key() {
        return key(kind, ref, language);
    }

    UUID id() {
        return id;
    }

    Integer version() {
        return version;
    }

    /** What its meaning is taken from: a title that is a question says enough, a short one does not. */
    String sentence() {
        return title == null ? "" : title.length() >= TELLING || title.endsWith("?") ? title : title + ". " + body.substring(0, Math.min(BEGINNING, body.length()));
    }

    /** @param vector null to have it made anew */
    void means(float[] vector, String model) {
        meaning = vector == null ? null : Vectors.bytes(vector);
        meaningModel = model;
    }

    private boolean speaks(String code) {
        return BOTH.equals(language) || code.equals(language);
    }

    @Transient
    @FullTextField(name = "titleEn", analyzer = Analysis.ENGLISH)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "title")), @ObjectPath(@PropertyValue(propertyName = "language"))})
    public String getTitleEn() {
        return speaks("en") ? title : null;
    }

    @Transient
    @FullTextField(name = "titleFr", analyzer = Analysis.FRENCH)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "title")), @ObjectPath(@PropertyValue(propertyName = "language"))})
    public String getTitleFr() {
        return speaks("fr") ? title : null;
    }

    @Transient
    @FullTextField(name = "keywordsEn", analyzer = Analysis.ENGLISH)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "keywords")), @ObjectPath(@PropertyValue(propertyName = "language"))})
    public String getKeywordsEn() {
        return speaks("en") ? keywords : null;
    }

    @Transient
    @FullTextField(name = "keywordsFr", analyzer = Analysis.FRENCH)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "keywords")), @ObjectPath(@PropertyValue(propertyName = "language"))})
    public String getKeywordsFr() {
        return speaks("fr") ? keywords : null;
    }

    @Transient
    @FullTextField(name = "bodyEn", analyzer = Analysis.ENGLISH)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "body")), @ObjectPath(@PropertyValue(propertyName = "language"))})
    public String getBodyEn() {
        return speaks("en") ? body : null;
    }

    @Transient
    @FullTextField(name = "bodyFr", analyzer = Analysis.FRENCH)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "body")), @ObjectPath(@PropertyValue(propertyName = "language"))})
    public String getBodyFr() {
        return speaks("fr") ? body : null;
    }

    /** The words as they are written, for typing errors, beginnings of words and "did you mean". */
    @Transient
    @FullTextField(name = "words", analyzer = Analysis.WORDS, norms = Norms.NO)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "title")), @ObjectPath(@PropertyValue(propertyName = "keywords"))})
    public String getWords() {
        return title + " " + keywords;
    }

    /** Kind, ref and language: by which the index is compared with its table. */
    @Transient
    @KeywordField(name = "key", sortable = Sortable.YES)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "kind")), @ObjectPath(@PropertyValue(propertyName = "ref")),
            @ObjectPath(@PropertyValue(propertyName = "language"))})
    public String getKey() {
        return key();
    }

    /** A field of the index where the engine compares by meaning: {@link SearchMapping}. */
    @Transient
    @IndexingDependency(derivedFrom = @ObjectPath(@PropertyValue(propertyName = "meaning")), extraction = @ContainerExtraction(extract = ContainerExtract.NO))
    public float[] getMeaningVector() {
        return meaning == null ? null : Vectors.of(meaning);
    }

    /** Numbers and sizes without what people write between their parts: "hb1042", "1kg". */
    @Transient
    @FullTextField(name = "codes", analyzer = Analysis.CODES, norms = Norms.NO)
    @IndexingDependency(derivedFrom = {@ObjectPath(@PropertyValue(propertyName = "title")), @ObjectPath(@PropertyValue(propertyName = "keywords")),
            @ObjectPath(@PropertyValue(propertyName = "ref"))})
    public String getCodes() {
        var text = title + " " + keywords;
        return ref + " " + text + " " + Words.sizes(text);
    }

    @Transient
    @KeywordField(name = "audience")
    @IndexingDependency(derivedFrom = @ObjectPath(@PropertyValue(propertyName = "audience")))
    public List<String> getAudiences() {
        return List.of(audience.split(" "));
    }

    @Transient
    @KeywordField(name = "facets", aggregable = Aggregable.YES)
    @IndexingDependency(derivedFrom = @ObjectPath(@PropertyValue(propertyName = "facets")))
    public List<String> getFacetList() {
        return facets.isEmpty() ? List.of() : List.of(facets.split("\n"));
    }
}
