package app.regulars.review.ui.customer;

import app.regulars.media.ui.PictureUpload;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.review.MyReviews;
import app.regulars.review.NewReview;
import app.regulars.review.ReviewStatus;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** My review of a product. Stars in the address are chosen already; nothing is sent before the button is pressed. */
@Route("my/reviews/:handle")
@RolesAllowed(Roles.CUSTOMER)
class WriteReviewView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> FIELDS = Map.of("stars", "review-stars", "title", "review-title", "text", "review-text", "appeal", "review-appeal");

    private final transient MyReviews reviews;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final PictureUpload pictures;
    private final Fragment end = new Fragment("review-end");
    private final Set<UUID> dropped = new HashSet<>();
    private String handle = "";

    WriteReviewView(Templates templates, MyReviews reviews, CurrentUser user, Texts texts, PictureUpload pictures) {
        super(templates);
        this.reviews = reviews;
        this.user = user;
        this.texts = texts;
        this.pictures = pictures;
        addClassNames("review-page", "return-page", "return-form");
        add(pictures, end);
        page().on("send", this::send).on("drop", this::drop).on("appeal", this::appeal);
        end.on("delete", values -> delete());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        handle = event.getRouteParameters().get("handle").orElse("");
        dropped.clear();
        refresh();
    }

    private MyReviews.Mine mine() {
        return reviews.of(user.requirePerson(), user.requireCustomer(), handle);
    }

    private void refresh() {
        var mine = mine();
        title(getTranslation("review.write.title", "product", mine.product().name().in(locale())));
        var values = new HashMap<String, Object>();
        values.put("product", mine.product());
        values.put("review", mine.review());
        values.put("stars", mine.review() == null ? number("stars", 0, 0, NewReview.MOST_STARS) : mine.review().stars());
        values.put("kept", kept(mine));
        show("review/write.jte", values);
        pictures.begin(user.requirePerson().toString(), "review.pictures.hint", NewReview.MOST_PICTURES - kept(mine).size());
        end.show(render("review/write-end.jte", Map.of("written", mine.review() != null)));
    }

    private Set<UUID> kept(MyReviews.Mine mine) {
        var kept = new java.util.LinkedHashSet<UUID>(mine.review() == null ? Set.of() : mine.review().pictures());
        kept.removeAll(dropped);
        return kept;
    }

    /** A picture of before goes when the form is sent. */
    private void drop(Map<String, String> values) {
        mine().review().pictures().stream().filter(id -> id.toString().equals(values.get("id"))).forEach(dropped::add);
        page().patch("#review-kept", render("review/kept.jte", Map.of("kept", kept(mine()))));
    }

    private void send(Map<String, String> values) {
        page().fieldError("review-title", "");
        try {
            var status = reviews.write(user.requirePerson(), user.requireCustomer(), handle, new NewReview(values.get("stars"), values.get("title"), values.get("text"),
                    values.getOrDefault("language", locale().getLanguage()), kept(mine()), pictures.taken()));
            page().clearDraft("review-title-" + handle);
            page().clearDraft("review-text-" + handle);
            Notices.done(getTranslation(status == ReviewStatus.PUBLISHED ? "review.write.published" : "review.write.waits"));
            getUI().ifPresent(ui -> ui.navigate("my/reviews"));
        } catch (Refused refused) {
            say(refused);
        }
    }

    private void appeal(Map<String, String> values) {
        try {
            reviews.appeal(user.requirePerson(), user.requireCustomer(), handle, values.get("appeal"));
            Notices.done(getTranslation("review.appeal.done"));
            refresh();
        } catch (Refused refused) {
            say(refused);
        }
    }

    private void delete() {
        reviews.delete(user.requirePerson(), user.requireCustomer(), handle);
        Notices.done(getTranslation("review.write.deleted"));
        getUI().ifPresent(ui -> ui.navigate("my/reviews"));
    }

    private void say(Refused refused) {
        var words = texts.get(locale(), refused.key(), refused.arguments());
        var field = refused.field() == null ? null : FIELDS.get(refused.field());
        if (field == null) {
            Notices.error(words);
        } else {
            page().fieldError(field, words);
        }
    }
}
