package app.regulars.media.ui;

import app.regulars.media.CleanPicture;
import app.regulars.media.CleanPictures;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Takes a few pictures along with a form: each is checked and made anew when it arrives, and kept with the page until the form is sent. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class PictureUpload extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final RateLimits.Limit TRIES = RateLimits.Limit.of("own-pictures", 40, Duration.ofHours(1));

    private final transient CleanPictures pictures;
    private final transient Templates templates;
    private final transient Texts texts;
    private final transient RateLimits limits;
    private final Fragment fragment = new Fragment("pictures");
    private final transient List<CleanPicture> taken = new ArrayList<>();
    private String whose = "";
    private String hint = "";
    private int most;

    PictureUpload(CleanPictures pictures, Templates templates, Texts texts, RateLimits limits) {
        this.pictures = pictures;
        this.templates = templates;
        this.texts = texts;
        this.limits = limits;
        getContent().addClassName("picture-upload");
        getContent().add(fragment);
        fragment.on("drop", values -> drop(values.getOrDefault("id", "")));
        getContent().getElement().setAttribute("data-target", (UploadHandler) this::arrived);
    }

    /**
     * Forgets what was taken.
     *
     * @param whose by whom or for what tries are counted
     * @param hint  the key of the sentence below, which says who will see them; it may name {most}
     * @param most  so many are taken
     */
    public void begin(String whose, String hint, int most) {
        this.whose = whose;
        this.hint = hint;
        this.most = most;
        taken.clear();
        show();
    }

    /** What arrived and was not dropped, in its order. */
    public List<CleanPicture> taken() {
        return List.copyOf(taken);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("""
                const root = this, target = () => root.getAttribute('data-target');
                root.addEventListener('change', async (e) => {
                  const field = e.target;
                  if (field.type !== 'file') return;
                  const error = root.querySelector('.error'), files = [...field.files];
                  error.textContent = '';
                  root.setAttribute('aria-busy', 'true');
                  for (const file of files) {
                    if (file.size > Number(field.dataset.most)) { error.textContent = field.dataset.tooLarge; continue; }
                    try {
                      const answer = await fetch(target(), { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', 'X-Filename': 'picture' } });
                      if (!answer.ok) error.textContent = field.dataset.failed;
                    } catch { error.textContent = field.dataset.failed; }
                  }
                  root.removeAttribute('aria-busy');
                  field.value = '';
                });""");
    }

    private void arrived(UploadEvent event) throws IOException {
        var language = locale();
        byte[] content;
        try (var in = event.getInputStream()) {
            content = in.readNBytes(CleanPictures.LARGEST + 1);
        }
        var ui = event.getUI();
        try {
            if (limits.take(TRIES, whose).isPositive()) {
                throw new Refused("media.refused.often");
            }
            var picture = pictures.clean(content);
            ui.access(() -> {
                if (taken.size() < most) {
                    taken.add(picture);
                    show();
                } else {
                    say(texts.get(language, "media.refused.pictures", Map.of("most", most)));
                }
            });
        } catch (Refused refused) {
            ui.access(() -> say(texts.get(language, refused.key(), refused.arguments())));
        }
    }

    private void drop(String number) {
        if (number.matches("[0-9]") && Integer.parseInt(number) < taken.size()) {
            taken.remove(Integer.parseInt(number));
        }
        show();
        getElement().executeJs("setTimeout(() => this.querySelector('input[type=file]')?.focus())");
    }

    private void say(String words) {
        fragment.fieldError("picture-file", words);
    }

    private void show() {
        fragment.show(templates.render("media/pictures.jte", locale(), Map.of("pictures", taken.stream()
                .map(picture -> "data:" + picture.contentType() + ";base64," + Base64.getEncoder().encodeToString(picture.small())).toList(), "most", most, "hint", hint)));
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
