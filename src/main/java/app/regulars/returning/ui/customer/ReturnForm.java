package app.regulars.returning.ui.customer;

import app.regulars.media.ui.PictureUpload;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.id.Ids;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import app.regulars.returning.NewReturn;
import app.regulars.returning.ReturnKind;
import app.regulars.returning.ReturnReason;
import app.regulars.returning.Returnable;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** What comes back, why, and what the customer would like; the same for whoever is signed in and whoever holds the order's link. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ReturnForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> FIELDS = Map.of("quantity", "return-quantity", "reason", "return-reason", "words", "return-words", "wish", "return-wish");

    private static final int MOST_PICTURES = 4;

    private final transient Templates templates;
    private final transient Texts texts;
    private final PictureUpload pictures;
    private final Fragment form = new Fragment("return-form");
    private final Fragment end = new Fragment("return-end");
    private UUID key = Ids.next();
    private String order = "";
    private transient Sending sending;

    /** Where the form goes; answers the address to go on at. */
    @FunctionalInterface
    interface Sending extends Serializable {
        void send(NewReturn form);
    }

    /**
     * What the form shows.
     *
     * @param order its number
     * @param line  the chosen line, or -1
     * @param back  the address of the order
     */
    record Shown(String order, List<Returnable> lines, int line, ReturnKind kind, List<ReturnReason> reasons, String back) {
    }

    ReturnForm(Templates templates, Texts texts, PictureUpload pictures) {
        this.templates = templates;
        this.texts = texts;
        this.pictures = pictures;
        getContent().addClassName("return-form");
        getContent().add(form, pictures, end);
        form.on("send", this::send);
    }

    /** What to do when somebody chooses a line or what it is about: {@code name} and {@code value} say it. */
    void onChoice(Fragment.Action choice) {
        form.on("choose", choice);
    }

    void show(Shown shown, Sending to) {
        sending = to;
        if (!order.equals(shown.order())) {
            order = shown.order();
            pictures.begin(order, "returning.pictures.hint", MOST_PICTURES);
        }
        var line = shown.lines().stream().filter(each -> each.line() == shown.line()).findFirst().orElse(null);
        var values = new HashMap<String, Object>();
        values.put("order", shown.order());
        values.put("lines", shown.lines());
        values.put("line", line);
        values.put("kind", shown.kind());
        values.put("reasons", shown.reasons());
        values.put("back", shown.back());
        form.show(templates.render("returning/form.jte", locale(), values));
        var open = line != null && (shown.kind() == ReturnKind.COMPLAINT ? line.mayComplain() : line.mayReturn());
        pictures.setVisible(open);
        end.setVisible(open);
        end.show(templates.render("returning/form-end.jte", locale(), Map.of("kind", shown.kind())));
    }

    private void send(Map<String, String> values) {
        form.fieldError("return-words", "");
        var quantity = values.getOrDefault("quantity", "");
        var kind = "complaint".equals(values.get("kind")) ? ReturnKind.COMPLAINT : ReturnKind.RETURN;
        try {
            sending.send(new NewReturn(kind, number(values.get("line"), -1), number(quantity, 0), values.get("reason"), values.get("words"), values.get("wish"),
                    pictures.taken(), key));
            key = Ids.next();
            form.clearDraft("return-" + order);
            pictures.begin(order, "returning.pictures.hint", MOST_PICTURES);
        } catch (Refused refused) {
            var words = texts.get(locale(), refused.key(), refused.arguments());
            var field = refused.field() == null ? null : FIELDS.get(refused.field());
            if (field == null) {
                Notices.error(words);
            } else {
                form.fieldError(field, words);
            }
        }
    }

    private static int number(String typed, int otherwise) {
        return typed != null && typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : otherwise;
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
