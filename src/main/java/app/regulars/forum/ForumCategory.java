package app.regulars.forum;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "forum_category")
class ForumCategory {

    @Id
    private UUID id;
    private String slug;
    private String nameEn;
    private String nameFr;
    private String descriptionEn;
    private String descriptionFr;
    private int position;
    @Version
    private Integer version;

    protected ForumCategory() {
    }

    ForumCategory(String slug) {
        this.id = Ids.next();
        this.slug = slug;
    }

    void describe(Localized name, Localized description, int position) {
        this.nameEn = name.en();
        this.nameFr = name.fr();
        this.descriptionEn = description.en();
        this.descriptionFr = description.fr();
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

    Localized description() {
        return new Localized(descriptionEn, descriptionFr);
    }
}
