package app.regulars.inquiry.ui.staff;

import app.regulars.platform.ui.Fragment;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

/** A browser's side of fragments: presses what stands there, and reads what the server sends. */
final class Pressed implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final UI ui = new UI();

    Pressed(Fragment... fragments) {
        ui.getInternals().setSession(new Alone());
        UI.setCurrent(ui);
        ui.add(fragments);
    }

    void press(Fragment fragment, String action, Map<String, String> values) {
        var data = JSON.createObjectNode().put("event.detail.action", action).put("event.detail.values", JSON.writeValueAsString(values));
        fragment.getElement().getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(fragment.getElement(), "fragment-action", data));
    }

    /** Everything that was sent since the last look, a call with its parameters a line. */
    String sent() {
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(call -> Stream.concat(Stream.of(call.getInvocation().getExpression()), call.getInvocation().getParameters().stream().map(String::valueOf)).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** Nobody else is in it. */
    private static final class Alone extends VaadinSession {

        private static final long serialVersionUID = 1L;

        Alone() {
            super(Mockito.mock(VaadinService.class, Mockito.RETURNS_DEEP_STUBS));
        }

        @Override
        public boolean hasLock() {
            return true;
        }

        @Override
        public DeploymentConfiguration getConfiguration() {
            var production = Mockito.mock(DeploymentConfiguration.class);
            Mockito.when(production.isProductionMode()).thenReturn(true);
            return production;
        }

        @Override
        public void checkHasLock() {
            // alone
        }
    }

    /** What notices on the page say. */
    String said() {
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getChildren().filter(Notification.class::isInstance).map(notice -> notice.getElement().getTextRecursively()).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        UI.setCurrent(null);
    }
}
