package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;

/** A place in the shop where products stand together. */
@Entity
@Table(name = "category")
class Category {

    @Id
    private UUID id;
    private String slug;
    private String parentSlug;
    private String backdrop;
    private int position;
    private String nameEn;
    private String nameFr;
    private String descriptionEn;
    private String descriptionFr;
    @Version
    private Integer version;

    protected Category() {
    }

    Category(CategoryForm form) {
        id = Ids.next();
        slug = form.slug();
        change(form);
    }

    void change(CategoryForm form) {
        parentSlug = form.parent();
        backdrop = form.backdrop();
        position = form.position();
        nameEn = form.name().en();
        nameFr = form.name().fr();
        descriptionEn = form.description() == null ? "" : form.description().en();
        descriptionFr = form.description() == null ? null : form.description().fr();
    }

    UUID id() {
        return id;
    }

    CategoryForm form() {
        return new CategoryForm(slug, parentSlug, backdrop, position, name(), description());
    }

    /** For the history of deeds. */
    Map<String, Object> fields() {
        return Change.fields("nameEn", nameEn, "nameFr", nameFr, "parent", parentSlug, "position", position, "description", descriptionEn);
    }

    String slug() {
        return slug;
    }

    String parent() {
        return parentSlug;
    }

    String backdrop() {
        return backdrop;
    }

    int position() {
        return position;
    }

    Localized name() {
        return new Localized(nameEn, nameFr);
    }

    Localized description() {
        return new Localized(descriptionEn, descriptionFr);
    }
}
