package app.regulars.inquiry.ui;

import app.regulars.inquiry.NewFile;
import app.regulars.media.CleanPapers;
import app.regulars.media.CleanPictures;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Files that come along with a form: each is checked by what it is when it arrives, and waits with the page until the form is sent. The form takes the
 * field from the template {@code inquiry/files-field.jte}; every page takes its own basket from the container.
 */
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class FileBasket {

    private static final RateLimits.Limit TRIES = RateLimits.Limit.of("inquiry-files", 40, Duration.ofHours(1));
    private static final int LONGEST_NAME = 300;

    private final CleanPapers papers;
    private final Templates templates;
    private final Texts texts;
    private final RateLimits limits;
    private final List<NewFile> taken = new ArrayList<>();
    private Component page;
    private Fragment fragment;
    private String field;

    FileBasket(CleanPapers papers, Templates templates, Texts texts, RateLimits limits) {
        this.papers = papers;
        this.templates = templates;
        this.texts = texts;
        this.limits = limits;
    }

    /** @param field the id of the file field in that fragment */
    public FileBasket in(Component page, Fragment fragment, String field) {
        this.page = page;
        this.fragment = fragment;
        this.field = field;
        fragment.on("drop-" + field, values -> drop(values.getOrDefault("value", "")));
        fragment.getElement().setAttribute("data-basket-" + field, (UploadHandler) this::arrived);
        page.addAttachListener(event -> fragment.getElement().executeJs("""
                const root = this, id = $0;
                if (root['basket-' + id]) return;
                root['basket-' + id] = true;
                root.addEventListener('change', async (e) => {
                  const field = e.target;
                  if (field.id !== id) return;
                  const error = root.querySelector('#' + id + '-error');
                  error.textContent = '';
                  field.closest('.files-f').setAttribute('aria-busy', 'true');
                  for (const file of [...field.files]) {
                    if (file.size > Number(field.dataset.most)) { error.textContent = field.dataset.tooLarge; continue; }
                    try {
                      const answer = await fetch(root.getAttribute('data-basket-' + id), { method: 'POST', body: file,
                        headers: { 'Content-Type': 'application/octet-stream', 'X-Filename': encodeURIComponent(file.name) } });
                      if (!answer.ok) error.textContent = field.dataset.failed;
                    } catch { error.textContent = field.dataset.failed; }
                  }
                  field.closest('.files-f').removeAttribute('aria-busy');
                  field.value = '';
                });""", field));
        return this;
    }

    public List<NewFile> taken() {
        return List.copyOf(taken);
    }

    /** Empties it, after the form was sent or another one is shown. */
    public void begin() {
        taken.clear();
        show();
    }

    private void arrived(UploadEvent event) throws IOException {
        byte[] content;
        try (var in = event.getInputStream()) {
            content = in.readNBytes(CleanPictures.LARGEST + 1);
        }
        var name = event.getFileName() == null ? "" : event.getFileName();
        var known = name.length() > LONGEST_NAME ? "" : name;
        var ui = event.getUI();
        try {
            if (limits.take(TRIES, event.getRequest().getRemoteAddr()).isPositive()) {
                throw new Refused("inquiry.refused.files-often");
            }
            var file = NewFile.of(known, papers.clean(content));
            ui.access(() -> {
                if (taken.size() < NewFile.MOST) {
                    taken.add(file);
                    show();
                } else {
                    say(new Refused("inquiry.refused.files", "files", Map.of("most", NewFile.MOST)));
                }
            });
        } catch (Refused refused) {
            ui.access(() -> say(refused));
        }
    }

    private void drop(String number) {
        if (number.matches("[0-9]") && Integer.parseInt(number) < taken.size()) {
            taken.remove(Integer.parseInt(number));
        }
        show();
        fragment.getElement().executeJs("setTimeout(() => this.querySelector('#' + $0)?.focus())", field);
    }

    private void say(Refused refused) {
        fragment.getElement().executeJs("const e=this.querySelector('#'+$0+'-error');if(e)e.textContent=$1", field, texts.get(locale(), refused.key(), refused.arguments()));
    }

    private void show() {
        if (page.isAttached()) {
            fragment.patch("#" + field + "-list", templates.render("inquiry/files-list.jte", locale(), Map.of("names", taken.stream().map(NewFile::name).toList(), "field", field)));
        }
    }

    private Locale locale() {
        return Languages.of(page.getUI().orElseThrow().getLocale().toLanguageTag());
    }
}
