package app.regulars.selling.ui.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.selling.AgentForm;
import app.regulars.selling.AgentRow;
import app.regulars.selling.KeyScope;
import app.regulars.selling.SellingDesk;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Agents, keys of programs, and what came by them. The address says which agent is open and what the figures are narrowed to. */
@Route("console/channels")
@Menu(title = "selling.title", order = 29, icon = "store")
@RolesAllowed(Permissions.CHANNELS_SETUP)
class SellingView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 90;
    private static final String NEW = "new";

    private final transient SellingDesk desk;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private Map<String, String> typed = Map.of();
    private Map<String, String> errors = Map.of();
    private String secret = "";

    SellingView(Templates templates, SellingDesk desk, StaffDirectory staff, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save).on("make", this::make).on("revoke", values -> {
            desk.revoke(id(values), user.requireStaff());
            Notices.done(getTranslation("selling.key.gone"));
            refresh();
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("selling.title"));
        typed = Map.of();
        errors = Map.of();
        secret = "";
        refresh();
    }

    private void save(Map<String, String> values) {
        var chosen = values.getOrDefault("staff", "");
        Set<StaffId> people = chosen.isBlank() ? Set.of() : Arrays.stream(chosen.split("\n")).map(each -> new StaffId(uuid(each))).collect(Collectors.toSet());
        var open = parameter("agent");
        attempt(values, () -> {
            desk.save(new AgentForm(NEW.equals(open) ? values.get("code") : open, values.get("name"), values.getOrDefault("kind", ""), "on".equals(values.get("active")), people),
                    user.requireStaff());
            Notices.done(getTranslation("selling.saved"));
            change(Map.of("agent", ""));
        });
    }

    private void make(Map<String, String> values) {
        attempt(values, () -> {
            var scope = KeyScope.of(values.get("keyScope"));
            secret = scope == KeyScope.ORDERS ? desk.makeKey(values.get("keyName"), values.get("keyCustomer"), values.get("keyAgent"), user.requireStaff())
                    : desk.makeKey(values.get("keyName"), scope, user.requireStaff());
            typed = Map.of();
            refresh();
            getElement().executeJs("setTimeout(()=>this.querySelector('#secret')?.focus())");
        });
    }

    private void attempt(Map<String, String> values, Runnable deed) {
        typed = Map.copyOf(values);
        errors = Map.of();
        secret = "";
        try {
            deed.run();
        } catch (Refused refused) {
            errors = Map.of(String.valueOf(refused.field()), texts.get(locale(), refused.key(), refused.arguments()));
            refresh();
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        }
    }

    private static UUID id(Map<String, String> values) {
        return uuid(values.getOrDefault("id", ""));
    }

    private static UUID uuid(String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh() {
        var agents = desk.agents();
        var keys = desk.keys();
        var open = parameter("agent");
        var channel = parameter("channel").matches("[a-z-]{1,20}") ? parameter("channel") : "";
        var by = parameter("by").matches("[A-Z0-9-]{1,40}") ? parameter("by") : "";
        var sold = desk.sold(DAYS, "", "");
        var values = new HashMap<String, Object>();
        values.put("agents", agents);
        values.put("open", NEW.equals(open) ? new AgentRow("", "", "partner", true, Set.of()) : agents.stream().filter(each -> each.code().equals(open)).findFirst().orElse(null));
        values.put("links", agents.stream().collect(Collectors.toMap(AgentRow::code, each -> address(Map.of("agent", each.code())))));
        values.put("fresh", address(Map.of("agent", NEW)));
        values.put("back", address(Map.of("agent", "")));
        values.put("staff", staff.all());
        values.put("keys", keys);
        values.put("customers", desk.customers(keys));
        values.put("typed", typed);
        values.put("errors", errors);
        values.put("secret", secret);
        values.put("days", DAYS);
        values.put("sold", desk.sold(DAYS, channel, by));
        values.put("channels", choices("channel", sold.stream().map(each -> each.channel()).distinct().sorted().toList(), channel));
        values.put("sellers", choices("by", java.util.stream.Stream.concat(java.util.stream.Stream.of("-"), agents.stream().map(AgentRow::code)).toList(), by));
        values.put("anyChannel", address(Map.of("channel", "")));
        values.put("anySeller", address(Map.of("by", "")));
        show("selling/desk.jte", values);
    }

    private List<SoldChoice> choices(String name, List<String> codes, String chosen) {
        return codes.stream().map(code -> new SoldChoice(code, address(Map.of(name, code)), code.equals(chosen))).toList();
    }
}
