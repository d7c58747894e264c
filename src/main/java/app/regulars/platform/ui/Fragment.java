package app.regulars.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.server.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One piece of server-made HTML inside a live page. Elements with {@code data-action} and forms with {@code data-action}
 * report here (see frontend/regulars-fragment.ts); values arrive as typed by the browser and are to be checked like any
 * input. The HTML itself is not kept on the server once it was sent.
 */
@Tag("regulars-fragment")
@JsModule("./regulars-fragment.ts")
public class Fragment extends Component {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Fragment.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_VALUES = 100_000;

    private final String key;
    private final Map<String, Action> actions = new HashMap<>();
    private String pending;
    /** Made before the fragment stands on a page; they come after its content. */
    private final List<Command> patches = new ArrayList<>();

    /** What to do when the person uses an element of the fragment. */
    @FunctionalInterface
    public interface Action extends java.io.Serializable {
        void on(Map<String, String> values);
    }

    /** @param key which painted part of the public HTML this is: "header", "main", "footer", or any other name */
    public Fragment(String key) {
        this.key = key;
        getElement().addEventListener("fragment-action", this::dispatch)
                .addEventData("event.detail.action").addEventData("event.detail.values");
    }

    public Fragment on(String action, Action handler) {
        actions.put(action, handler);
        return this;
    }

    /** Shows the HTML; only ever pass what a template made. */
    public void show(String html) {
        if (isAttached()) {
            send(html);
        } else {
            pending = html;
        }
    }

    /** Replaces the inside of the first element that matches the selector. */
    public void patch(String selector, String html) {
        if (isAttached()) {
            getElement().callJsFunction("patch", selector, html);
        } else {
            patches.add(() -> getElement().callJsFunction("patch", selector, html));
        }
    }

    /** Says beside the field what is wrong with it and puts the focus there; an empty text takes all such words away. */
    public void fieldError(String fieldId, String text) {
        getElement().callJsFunction("fieldError", fieldId, text);
    }

    /** Forgets what was typed into the fields of that draft, and empties them. */
    public void clearDraft(String key) {
        getElement().callJsFunction("clearDraft", key);
    }

    /** The mark by which the browser knows that the painted HTML is the same. */
    public static String hash(String html) {
        return hash(html.getBytes(StandardCharsets.UTF_8));
    }

    /** As above. @param html in UTF-8 */
    public static String hash(byte[] html) {
        var sum = new CRC32();
        sum.update(html);
        return Long.toHexString(sum.getValue());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (pending != null) {
            send(pending);
            pending = null;
        }
        patches.forEach(Command::execute);
        patches.clear();
    }

    private void send(String html) {
        getElement().callJsFunction("set", html, key, hash(html));
    }

    private void dispatch(DomEvent event) {
        var name = event.getEventData().get("event.detail.action").asString("");
        var action = actions.get(name);
        var values = values(event.getEventData().get("event.detail.values").asString(""));
        if (action == null || values == null) {
            log.debug("no such action, or none that a page of ours sends");
            return;
        }
        action.on(values);
    }

    /** Text by name, nothing without a value; null for what is anything else. */
    private static Map<String, String> values(String sent) {
        if (sent.length() > LONGEST_VALUES) {
            return null;
        }
        try {
            var values = JSON.readValue(sent, new TypeReference<Map<String, String>>() { });
            if (values != null) {
                values.values().removeIf(Objects::isNull);
            }
            return values;
        } catch (JacksonException notValues) {
            return null;
        }
    }
}
