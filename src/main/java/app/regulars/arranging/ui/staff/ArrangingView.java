package app.regulars.arranging.ui.staff;

import app.regulars.arranging.ArrangingDesk;
import app.regulars.arranging.Audience;
import app.regulars.arranging.BlockForm;
import app.regulars.arranging.BlockKind;
import app.regulars.arranging.Face;
import app.regulars.arranging.HomeBlock;
import app.regulars.arranging.ListStyle;
import app.regulars.arranging.Section;
import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCollection;
import app.regulars.catalog.ProductCollections;
import app.regulars.customer.GroupId;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The blocks of the home page, lists and sections: for everybody and for groups. */
@Route("console/arranging")
@Menu(title = "arranging.title", order = 22, icon = "cols")
@RolesAllowed(Permissions.SHOP_ARRANGE)
class ArrangingView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new:";
    private static final String FACE = "face:";

    private final transient ArrangingDesk desk;
    private final transient Catalog catalog;
    private final transient ProductCollections collections;
    private final transient CurrentUser user;
    private final transient Texts texts;
    /** "new:" and a kind, the id of a block, "face:" and the code of a group (none for everybody), or empty. */
    private String editing = "";
    /** The version of what is being changed, as it was when the form was opened. */
    private int seen;

    ArrangingView(Templates templates, ArrangingDesk desk, Catalog catalog, ProductCollections collections, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.catalog = catalog;
        this.collections = collections;
        this.user = user;
        this.texts = texts;
        page().on("open", values -> edit(values.getOrDefault("id", "")))
                .on("add", values -> edit(NEW + values.getOrDefault("kind", "")))
                .on("lay", values -> edit(FACE + values.getOrDefault("group", "")))
                .on("close", values -> edit("")).on("save", this::save).on("save-face", this::saveFace)
                .on("show", values -> done(() -> desk.show(id(values), "true".equals(values.get("yes")), user.requireStaff())))
                .on("move", values -> done(() -> desk.move(id(values), whole(values.get("place")), whole(values.get("seen")), user.requireStaff())))
                .on("remove", values -> done(() -> desk.remove(id(values), user.requireStaff())))
                .on("forget", values -> done(() -> desk.forget(values.getOrDefault("group", ""), user.requireStaff())));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        editing = "";
        title(getTranslation("arranging.title"));
        refresh(Map.of(), List.of());
    }

    private void edit(String what) {
        var before = editing;
        editing = what;
        seen = what.startsWith(FACE) ? face(what.substring(FACE.length())).map(Face::version).orElse(0) : block(what).map(HomeBlock::version).orElse(0);
        refresh(Map.of(), List.of());
        focus(what.isEmpty() ? "[data-action=open][data-id='" + before.replaceAll("[^a-z0-9:-]", "") + "'], #kind" : "form.setup-form :is(input,select,textarea)");
    }

    private void save(Map<String, String> typed) {
        if (editing.isEmpty() || editing.startsWith(FACE)) {
            return;
        }
        var fresh = editing.startsWith(NEW);
        var kind = fresh ? BlockKind.of(editing.substring(NEW.length())).orElse(null) : block(editing).map(HomeBlock::kind).orElse(null);
        var problems = new ArrayList<Refused>();
        var from = day(typed, "from", problems);
        var until = day(typed, "until", problems);
        var form = new BlockForm(kind, Audience.of(typed.getOrDefault("audience", "")).orElse(null),
                desk.groups().stream().filter(group -> "on".equals(typed.get("group-" + group.code()))).map(group -> group.code()).collect(Collectors.toSet()), from, until,
                typed.get("titleEn"), typed.get("titleFr"), typed.get("textEn"), typed.get("textFr"), typed.get("target"));
        problems.addAll(desk.problems(form, fresh ? null : UUID.fromString(editing)));
        if (problems.isEmpty()) {
            try {
                if (fresh) {
                    desk.add(form, user.requireStaff());
                } else {
                    desk.change(UUID.fromString(editing), seen, form, user.requireStaff());
                }
                Notices.done(getTranslation("arranging.done"));
                edit("");
                return;
            } catch (Refused faster) {
                problems.add(faster);
                seen = block(editing).map(HomeBlock::version).orElse(0);
            }
        }
        refused(typed, problems);
    }

    private void saveFace(Map<String, String> typed) {
        if (!editing.startsWith(FACE)) {
            return;
        }
        var group = editing.substring(FACE.length());
        var shown = new EnumMap<Section, Boolean>(Section.class);
        for (var section : Section.values()) {
            var said = typed.getOrDefault("section-" + section.code(), "");
            if (!said.isEmpty()) {
                shown.put(section, "show".equals(said));
            }
        }
        try {
            desk.lay(group.isEmpty() ? null : group, ListStyle.of(typed.getOrDefault("style", "")).orElse(null),
                    typed.getOrDefault("language", "").isEmpty() ? null : Languages.of(typed.get("language")), shown, seen, user.requireStaff());
            Notices.done(getTranslation("arranging.done"));
            edit("");
        } catch (Refused faster) {
            seen = face(group).map(Face::version).orElse(0);
            refused(typed, List.of(faster));
        }
    }

    private void refused(Map<String, String> typed, List<Refused> problems) {
        refresh(typed, problems);
        focus("[aria-invalid=true], .form-problem");
    }

    private void done(Runnable deed) {
        try {
            deed.run();
            Notices.done(getTranslation("arranging.done"));
        } catch (Refused refused) {
            Notices.error(getTranslation("arranging.meanwhile".equals(refused.key()) ? "arranging.meanwhile.moved" : refused.key()));
        }
        refresh(Map.of(), List.of());
    }

    private void focus(String selector) {
        getElement().executeJs("setTimeout(()=>this.querySelector($0)?.focus())", selector);
    }

    private static LocalDate day(Map<String, String> typed, String field, List<Refused> problems) {
        try {
            var text = typed.getOrDefault(field, "").strip();
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            problems.add(new Refused("arranging.block.date", field, Map.of()));
            return null;
        }
    }

    private static UUID id(Map<String, String> values) {
        try {
            return UUID.fromString(values.getOrDefault("id", ""));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(Objects.requireNonNullElse(text, ""));
        } catch (NumberFormatException notANumber) {
            throw new NotFound();
        }
    }

    private java.util.Optional<HomeBlock> block(String id) {
        return desk.blocks().stream().filter(block -> block.id().toString().equals(id)).findFirst();
    }

    /** @param group the code of a group, or empty for everybody */
    private java.util.Optional<Face> face(String group) {
        var id = desk.groups().stream().filter(some -> some.code().equals(group)).map(some -> some.id()).findFirst().orElse(null);
        return id == null && !group.isEmpty() ? java.util.Optional.empty() : desk.faces().stream().filter(face -> Objects.equals(face.group(), id)).findFirst();
    }

    private void refresh(Map<String, String> typed, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(problem.field() == null ? "form" : problem.field(), texts.get(locale(), problem.key(), problem.arguments())));
        var groups = desk.groups();
        var codes = new HashMap<GroupId, String>();
        var names = new HashMap<GroupId, String>();
        groups.forEach(group -> {
            codes.put(group.id(), group.code());
            names.put(group.id(), group.name().in(locale()));
        });
        var blocks = desk.blocks();
        var faces = desk.faces();
        var targets = new LinkedHashMap<String, Localized>();
        collections.all().stream().filter(ProductCollection::active).forEach(collection -> targets.put("collection/" + collection.slug(), collection.name()));
        catalog.topCategories().forEach(category -> targets.put("category/" + category.slug(), category.name()));
        var used = blocks.stream().map(HomeBlock::kind).collect(Collectors.toSet());
        var laid = faces.stream().map(Face::group).collect(Collectors.toSet());
        var model = new HashMap<String, Object>();
        model.put("blocks", blocks);
        model.put("faces", faces);
        model.put("groups", groups);
        model.put("codes", codes);
        model.put("names", names);
        model.put("targets", targets);
        model.put("kinds", java.util.Arrays.stream(BlockKind.values()).filter(kind -> kind.isRepeatable() || !used.contains(kind)).toList());
        model.put("without", groups.stream().filter(group -> !group.retired() && !laid.contains(group.id())).toList());
        model.put("editing", editing);
        model.put("fresh", editing.startsWith(NEW) ? BlockKind.of(editing.substring(NEW.length())).orElse(null) : null);
        model.put("face", editing.startsWith(FACE) ? editing.substring(FACE.length()) : null);
        model.put("typed", typed);
        model.put("errors", errors);
        show("arranging/arranging.jte", model);
    }
}
