package app.regulars.serving.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.serving.CostBook;
import app.regulars.serving.EscalationBook;
import app.regulars.serving.GoalBook;
import app.regulars.serving.Holidays;
import app.regulars.serving.HoursPage;
import app.regulars.serving.ServingDesk;
import app.regulars.serving.TargetKind;
import app.regulars.serving.TeamBook;
import app.regulars.serving.TierBook;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What was missed, and the settings of the service: targets, hours, teams, tiers, escalation. The address says which. */
@Route("console/service")
@Menu(title = "serving.menu", order = 8.1, icon = "clock")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class ServiceSettingsView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final List<String> TABS = List.of("missed", "goals", "hours", "teams", "tiers", "escalation", "costs");

    private final transient ServingDesk desk;
    private final transient Choices choices;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private final transient Clock clock;

    ServiceSettingsView(Templates templates, ServingDesk desk, Choices choices, CurrentUser user, Texts texts, Clock clock, Shop shop) {
        super(templates);
        this.shop = shop;
        this.desk = desk;
        this.choices = choices;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
        page().on("save", this::save);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("serving.title"));
        refresh("");
    }

    private String tab() {
        return TABS.contains(parameter("tab")) ? parameter("tab") : "missed";
    }

    private void save(Map<String, String> typed) {
        try {
            var read = Integer.parseInt(typed.getOrDefault("version", "0"));
            switch (tab()) {
                case "goals" -> desk.save(read, new GoalBook(Sheet.read(typed).stream().map(row -> new GoalBook.Row(Typed.text(row, "type"), Typed.text(row, "priority"),
                        Typed.text(row, "tier"), Typed.number(row, "first"), Typed.number(row, "next"), Typed.number(row, "resolution"))).toList()), user.requireStaff());
                case "tiers" -> desk.save(read, new TierBook(Sheet.read(typed).stream().map(row -> new TierBook.Tier(row.get("code"), two(row, "name"), two(row, "meaning"),
                        Typed.text(row, "group"))).toList()), user.requireStaff());
                case "hours" -> desk.save(read, parameter("team"), hours(typed), user.requireStaff());
                case "teams" -> desk.save(read, teams(typed), user.requireStaff());
                case "escalation" -> desk.save(read, escalationTyped(typed), user.requireStaff());
                case "costs" -> desk.save(read, new CostBook(Typed.amount(typed, "minute"), Objects.requireNonNullElse(Typed.number(typed, "answer"), -1), Typed.amount(typed, "goods"),
                        Objects.requireNonNullElse(Typed.number(typed, "percent"), 0), Typed.amount(typed, "least")), user.requireStaff());
                default -> throw new IllegalStateException("nothing to save here");
            }
            Notices.done(texts.get(locale(), "serving.saved", Map.of("version", read + 1)));
            refresh("");
        } catch (Refused refused) {
            wrong(refused, Sheet.read(typed));
        }
    }

    /** Beside the field that it is about, whichever row of the form that is; else above the form. */
    private void wrong(Refused refused, List<Map<String, String>> rows) {
        var text = texts.get(locale(), refused.key(), refused.arguments());
        var field = refused.field() == null ? "" : refused.field();
        if (field.contains("#")) {
            var parts = field.split("#");
            var position = Integer.parseInt(parts[1]);
            field = position < rows.size() ? parts[0] + "-" + rows.get(position).get(Sheet.NUMBER) : "";
        }
        page().patch("#serving-wrong", field.isEmpty() ? render("serving/error.jte", Map.of("text", text)) : "");
        page().fieldError(field.isEmpty() ? "none" : field, text);
    }

    private static Localized two(Map<String, String> row, String name) {
        return new Localized(row.getOrDefault(name + "En", ""), row.getOrDefault(name + "Fr", ""));
    }

    private static HoursPage hours(Map<String, String> typed) {
        var week = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            week.add(typed.getOrDefault("day" + i, "").strip());
        }
        return new HoursPage(typed.getOrDefault("zone", "").strip(), week, typed.getOrDefault("own", "").strip(), typed.getOrDefault("province", ""));
    }

    /** Without a chosen team the list of teams, else the people of that one. */
    private TeamBook teams(Map<String, String> typed) {
        var now = desk.teams().content();
        if (now.team(parameter("team")).isPresent()) {
            var members = Sheet.read(typed).stream().filter(row -> Typed.id(row, "staff") != null).map(row -> new TeamBook.Member(Typed.id(row, "staff"),
                    Objects.requireNonNullElse(Typed.number(row, "most"), 20), Typed.date(row, "from"), Typed.date(row, "until"))).toList();
            return new TeamBook(now.teams().stream().map(team -> team.code().equals(parameter("team")) ? new TeamBook.Team(team.code(), team.name(), members) : team).toList());
        }
        return new TeamBook(Sheet.read(typed).stream().map(row -> new TeamBook.Team(row.get("code"), two(row, "name"),
                now.team(row.get("code")).map(TeamBook.Team::members).orElse(List.of()))).toList());
    }

    private static EscalationBook escalationTyped(Map<String, String> typed) {
        var rules = Sheet.read(typed).stream().map(row -> new EscalationBook.Rule(row.getOrDefault("name", ""), target(row.get("target")),
                Objects.requireNonNullElse(Typed.number(row, "percent"), 100), "yes".equals(row.get("raise")), Typed.text(row, "team"), Typed.id(row, "person"),
                "yes".equals(row.get("mail")))).toList();
        var alerted = Typed.id(typed, "alerted");
        return new EscalationBook(rules, Objects.requireNonNullElse(Typed.number(typed, "unassigned"), 120), alerted == null ? List.<UUID>of() : List.of(alerted));
    }

    private static TargetKind target(String typed) {
        return typed == null || typed.isEmpty() ? null : TargetKind.valueOf(typed);
    }

    private void refresh(String error) {
        var model = new HashMap<String, Object>();
        var tabs = new LinkedHashMap<String, String>();
        TABS.forEach(each -> tabs.put(each, address(Map.of("tab", each, "team", "", "kind", ""))));
        model.put("tab", tab());
        model.put("tabs", tabs);
        model.put("mayChange", user.may(Permissions.SHOP_SETUP));
        model.put("error", error);
        model.put("sheet", null);
        model.put("version", 0);
        var teams = new LinkedHashMap<String, String>();
        choices.teams("serving.hours.everybody", locale()).forEach((code, name) -> teams.put(name, address(Map.of("tab", tab(), "team", code))));
        model.put("teams", teams);
        var team = desk.teams().content().team(parameter("team")).orElse(null);
        model.put("team", team == null ? "" : team.name().in(locale()));
        switch (tab()) {
            case "goals" -> goals(model);
            case "tiers" -> tiers(model);
            case "hours" -> hours(model, team == null ? "" : team.code());
            case "teams" -> teams(model, team);
            case "escalation" -> escalation(model);
            case "costs" -> costs(model);
            default -> missed(model);
        }
        show("serving/settings.jte", model);
    }

    private void missed(Map<String, Object> model) {
        var kind = TargetKind.RESOLUTION.code().equals(parameter("kind")) ? TargetKind.RESOLUTION : TargetKind.FIRST.code().equals(parameter("kind")) ? TargetKind.FIRST
                : TargetKind.NEXT.code().equals(parameter("kind")) ? TargetKind.NEXT : null;
        model.put("missed", desk.missed(kind, 200));
        model.put("people", choices.people("serving.nobody", locale()));
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("", address(Map.of("kind", "")));
        for (var each : TargetKind.values()) {
            kinds.put(each.code(), address(Map.of("kind", each.code())));
        }
        model.put("kinds", kinds);
        model.put("kind", kind == null ? "" : kind.code());
    }

    private void goals(Map<String, Object> model) {
        var read = desk.goals();
        model.put("version", read.version());
        model.put("sheet", Sheet.of(List.of(Column.choice("type", "serving.type", choices.types(locale())), Column.choice("priority", "serving.priority",
                choices.priorities("serving.any", locale())), Column.choice("tier", "serving.tier", choices.tiers(locale())), Column.number("first", "serving.first"),
                Column.number("next", "serving.next"), Column.number("resolution", "serving.resolution")), read.content().rows().stream().map(row -> Map.of("type", text(row.type()),
                        "priority", text(row.priority()), "tier", text(row.tier()), "first", text(row.first()), "next", text(row.next()), "resolution", text(row.resolution()))).toList()));
    }

    private void tiers(Map<String, Object> model) {
        var read = desk.tiers();
        model.put("version", read.version());
        model.put("sheet", Sheet.of(List.of(Column.text("code", "serving.code"), Column.text("nameEn", "serving.name.en"), Column.text("nameFr", "serving.name.fr"),
                Column.text("group", "serving.group").hinted("serving.group.hint"), Column.text("meaningEn", "serving.meaning.en").of("long"),
                Column.text("meaningFr", "serving.meaning.fr").of("long")), read.content().tiers().stream().map(tier -> Map.of("code", tier.code(), "nameEn", tier.name().en(), "nameFr",
                        tier.name().fr(), "group", text(tier.group()), "meaningEn", tier.meaning().en(), "meaningFr", tier.meaning().fr())).toList()));
    }

    private void hours(Map<String, Object> model, String team) {
        var read = desk.hours(team);
        model.put("version", read.version());
        model.put("hours", read.content());
        model.put("provinces", choices.provinces(locale()));
        var year = clock.instant().atZone(shop.zone()).getYear();
        model.put("year", year);
        var province = read.content().province();
        model.put("holidays", province.isEmpty() ? List.of() : new Holidays("ca".equals(province) ? "" : province).of(year, locale()));
    }

    private void teams(Map<String, Object> model, TeamBook.Team team) {
        var read = desk.teams();
        model.put("version", read.version());
        if (team == null) {
            model.put("sheet", Sheet.of(List.of(Column.text("code", "serving.code"), Column.text("nameEn", "serving.name.en"), Column.text("nameFr", "serving.name.fr")),
                    read.content().teams().stream().map(each -> Map.of("code", each.code(), "nameEn", each.name().en(), "nameFr", each.name().fr())).toList()));
        } else {
            model.put("sheet", Sheet.of(List.of(Column.choice("staff", "serving.person", choices.people("serving.nobody", locale())), Column.number("most", "serving.most"),
                    Column.text("from", "serving.away-from").of("date"), Column.text("until", "serving.away-until").of("date")), team.members().stream().map(member ->
                            Map.of("staff", member.staff().toString(), "most", text(member.most()), "from", text(member.awayFrom()), "until", text(member.awayUntil()))).toList()));
        }
    }

    private void costs(Map<String, Object> model) {
        var read = desk.costs();
        var costs = read.content();
        model.put("version", read.version());
        model.put("columns", List.of(Column.number("minute", "serving.costs.minute"), Column.number("answer", "serving.costs.answer"), Column.number("goods", "serving.costs.goods"),
                Column.number("percent", "serving.costs.percent"), Column.number("least", "serving.costs.least")));
        model.put("values", Map.of("minute", costs.minute().toPlainString(), "answer", text(costs.answer()), "goods", costs.goods().toPlainString(), "percent", text(costs.percent()),
                "least", costs.least().toPlainString()));
    }

    private void escalation(Map<String, Object> model) {
        var read = desk.escalation();
        model.put("version", read.version());
        model.put("unassigned", read.content().unassignedMinutes());
        model.put("alerted", read.content().alerted().stream().findFirst().map(UUID::toString).orElse(""));
        model.put("people", choices.people("serving.nobody", locale()));
        model.put("sheet", Sheet.of(List.of(Column.text("name", "serving.rule.name"), Column.choice("target", "serving.rule.target", choices.targets(locale())),
                Column.number("percent", "serving.rule.percent"), Column.choice("raise", "serving.rule.raise", choices.yesNo(locale())),
                Column.choice("team", "serving.rule.to-team", choices.teams("serving.rule.leave", locale())),
                Column.choice("person", "serving.rule.to-person", choices.people("serving.rule.leave", locale())), Column.choice("mail", "serving.rule.mail", choices.yesNo(locale()))),
                read.content().rules().stream().map(rule -> Map.of("name", rule.name(), "target", rule.target() == null ? "" : rule.target().name(), "percent", text(rule.percent()),
                        "raise", rule.raise() ? "yes" : "", "team", text(rule.team()), "person", text(rule.person()), "mail", rule.mail() ? "yes" : "")).toList()));
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
