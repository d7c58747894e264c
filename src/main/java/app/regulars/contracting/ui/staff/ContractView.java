package app.regulars.contracting.ui.staff;

import app.regulars.contracting.ContractDesk;
import app.regulars.contracting.ContractFile;
import app.regulars.contracting.ContractNumber;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.AgreementDesk;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One contract: what was agreed, its files, what can be done with it, and what happened. */
@Route("console/contracts/:number")
@RolesAllowed(Permissions.CONTRACTS_SEE)
class ContractView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 10 * 1024 * 1024;

    private final transient ContractDesk desk;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient AgreementDesk agreements;
    private final transient ContractFormFields fields;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private final Fragment papers = new Fragment("papers");
    private final Div sending = new Div(papers);
    private ContractNumber number;
    private String opened = "";

    ContractView(Templates templates, ContractDesk desk, CustomerDirectory customers, StaffDirectory staff, AgreementDesk agreements, ContractFormFields fields, CurrentUser user,
                 Texts texts, Shop shop) {
        super(templates);
        this.desk = desk;
        this.customers = customers;
        this.staff = staff;
        this.agreements = agreements;
        this.fields = fields;
        this.user = user;
        this.texts = texts;
        this.shop = shop;
        addClassName("contract");
        sending.addClassNames("page", "setup");
        add(sending);
        sending.getElement().setAttribute("data-target", (UploadHandler) this::arrived);
        page().on("change", values -> tried("changed", page(), () -> desk.change(number, ContractFormFields.form("", values), me())));
        page().on("renew", values -> tried("renewed", page(), () -> desk.renew(number, values.get("until"), me())));
        page().on("end", values -> tried("ended", page(), () -> desk.end(number, values.get("on"), values.get("why"), me())));
        papers.on("unfile", values -> tried("unfiled", papers, () -> desk.unfile(number, id(values.get("id")), me())));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        number = new ContractNumber(event.getRouteParameters().get("number").orElse(""));
        if (!opened.equals(number.value())) {
            desk.open(number, me());
            opened = number.value();
        }
        title(number.value());
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        sending.getElement().executeJs("""
                const root = this;
                root.addEventListener('change', async (e) => {
                  const field = e.target;
                  if (field.type !== 'file') return;
                  const error = root.querySelector('#paper-file-error');
                  error.textContent = '';
                  root.setAttribute('aria-busy', 'true');
                  const shared = root.querySelector('#paper-shared')?.checked ? '1' : '0';
                  for (const file of [...field.files]) {
                    if (file.size > Number(field.dataset.most)) { error.textContent = field.dataset.tooLarge; continue; }
                    try {
                      const answer = await fetch(root.getAttribute('data-target'), { method: 'POST', body: file,
                        headers: { 'Content-Type': 'application/octet-stream', 'X-Filename': encodeURIComponent(shared + file.name) } });
                      if (!answer.ok) error.textContent = field.dataset.failed;
                    } catch { error.textContent = field.dataset.failed; }
                  }
                  root.removeAttribute('aria-busy');
                  field.value = '';
                });""");
    }

    /** The first character of the name says whether the customer sees it. */
    private void arrived(UploadEvent event) throws IOException {
        byte[] content;
        try (var in = event.getInputStream()) {
            content = in.readNBytes(LARGEST + 1);
        }
        var sent = event.getFileName() == null ? "" : event.getFileName();
        var name = sent.contains("%") ? URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8) : sent;
        event.getUI().access(() -> tried("filed", papers, () -> desk.file(number, name.isEmpty() ? "" : name.substring(1), content, name.startsWith("1"), me())));
    }

    private void tried(String what, Fragment where, Runnable deed) {
        where.fieldError(where == papers ? "paper-file" : "title", "");
        try {
            deed.run();
            Notices.done(getTranslation("contracting.done." + what, "number", number.value()));
            refresh();
        } catch (Refused refused) {
            if (where == papers) {
                papers.fieldError("paper-file", texts.get(locale(), refused.key(), refused.arguments()));
            } else {
                fields.say(refused, where, locale());
            }
        }
    }

    private void refresh() {
        var file = desk.find(number);
        var card = customers.find(file.customer());
        var changes = user.may(Permissions.CONTRACTS_CHANGE);
        var values = fields.values();
        values.put("file", file);
        values.put("customer", card.orElse(null));
        values.put("names", staff.names(Stream.concat(Stream.of(file.owner()), file.history().stream().map(ContractFile.Moment::staff).filter(Objects::nonNull))
                .collect(Collectors.toSet())));
        var list = fields.lists().stream().filter(each -> each.id().equals(file.priceList())).findFirst().orElse(null);
        values.put("list", list);
        values.put("standing", user.may(Permissions.PRICES_SEE) && card.isPresent() ? agreements.standing(card.get().number()).orElse(null) : null);
        values.put("changes", changes);
        values.put("shop", shop.name());
        show("contracting/file.jte", values);
        papers.show(render("contracting/papers.jte", Map.of("file", file, "changes", changes, "most", LARGEST)));
    }

    private static UUID id(String sent) {
        try {
            return UUID.fromString(sent == null ? "" : sent);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private app.regulars.platform.identity.StaffId me() {
        return user.requireStaff();
    }
}
