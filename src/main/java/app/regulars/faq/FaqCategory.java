package app.regulars.faq;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "faq_category")
class FaqCategory {

    @Id
    private UUID id;
    private String slug;
    private String nameEn;
    private String nameFr;
    private int position;
    @Version
    private Integer version;

    protected FaqCategory() {
    }

    FaqCategory(String slug) {
        this.id = Ids.next();
        this.slug = Slugs.checked(slug, 80);
    }

    void describe(Localized name, int position) {
        this.nameEn = name.en();
        this.nameFr = name.fr();
        this.position = position;
    }

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    Localized name() {
        return new Localized(nameEn, nameFr);
    }
}
