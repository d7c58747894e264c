package app.regulars.payment.ui.staff;

import app.regulars.payment.BankDesk;
import app.regulars.payment.BankLine;
import app.regulars.payment.StatementTable;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the bank says came in: statements are taken over here, and each line is booked to what it is for. */
@Route("console/payments/bank")
@RolesAllowed(Permissions.PAYMENTS_SEE)
class BankView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LAST = 30;

    private final transient BankDesk desk;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private transient StatementTable table;
    private transient StatementTable.Columns columns;
    private String file = "";

    BankView(BankDesk desk, StaffDirectory staff, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        addClassName("page");
        getElement().setAttribute("data-target", (UploadHandler) this::arrived);
        page().on("columns", values -> attempt(() -> {
            columns = new StatementTable.Columns(column(values, "date"), column(values, "amount"), column(values, "payer"), column(values, "words"), column(values, "reference"),
                    StatementTable.DAYS.get(Math.clamp(column(values, "day"), 0, StatementTable.DAYS.size() - 1)));
            if (table != null) {
                taken(desk.take(file, table, columns, user.requireStaff()));
            }
        }));
        page().on("drop-file", values -> {
            table = null;
            refresh();
        });
        page().on("book-exact", values -> {
            Notices.done(this.texts.get(locale(), "payment.bank.booked-exact", Map.of("count", desk.bookExact(user.requireStaff()))));
            refresh();
        });
        page().on("book", values -> attempt(() -> {
            desk.book(id(values.get("id")), values.get("numbers"), user.requireStaff());
            Notices.done(getTranslation("payment.bank.booked"));
            refresh();
        }));
        page().on("aside", values -> attempt(() -> {
            desk.setAside(id(values.get("id")), values.get("reason"), user.requireStaff());
            Notices.done(getTranslation("payment.bank.is-aside"));
            refresh();
        }));
        page().on("take-up", values -> {
            desk.takeUp(id(values.get("id")), user.requireStaff());
            refresh();
        });
        Live.on("payments", this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("payment.bank.title"));
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                const root = this;
                root.addEventListener('change', async (e) => {
                  const field = e.target;
                  if (field.id !== 'bank-file' || !field.files.length) return;
                  const error = root.querySelector('#bank-file-error'), file = field.files[0];
                  error.textContent = '';
                  if (file.size > Number(field.dataset.most)) { error.textContent = field.dataset.tooLarge; return; }
                  root.setAttribute('aria-busy', 'true');
                  try {
                    const answer = await fetch(root.getAttribute('data-target'), { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', 'X-Filename': encodeURIComponent(file.name) } });
                    if (!answer.ok) error.textContent = field.dataset.failed;
                  } catch { error.textContent = field.dataset.failed; }
                  root.removeAttribute('aria-busy');
                  field.value = '';
                });""");
    }

    private void arrived(UploadEvent event) throws IOException {
        byte[] content;
        try (var in = event.getInputStream()) {
            content = in.readNBytes(BankDesk.LARGEST + 1);
        }
        var name = event.getFileName() == null ? "" : URLDecoder.decode(event.getFileName(), StandardCharsets.UTF_8);
        event.getUI().access(() -> attempt(() -> {
            file = name.length() <= 200 ? name : name.substring(0, 200);
            if (BankDesk.isXml(content)) {
                taken(desk.take(file, content, user.requireStaff()));
                return;
            }
            table = desk.table(content);
            columns = table.guess();
            refresh();
            page().getElement().executeJs("setTimeout(() => this.querySelector('#h-columns')?.focus())");
        }));
    }

    private void taken(BankDesk.Taken taken) {
        table = null;
        Notices.done(texts.get(locale(), "payment.bank.taken", Map.of("lines", taken.lines(), "fresh", taken.fresh(), "known", taken.known())));
        refresh();
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            page().fieldError(refused.field() == null ? "bank-file" : refused.field(), texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void refresh() {
        var values = new HashMap<String, Object>();
        var open = desk.open();
        var done = desk.done(LAST);
        values.put("lines", open);
        values.put("done", done);
        values.put("people", staff.names(done.stream().map(BankLine::by).filter(Objects::nonNull).collect(Collectors.toSet())).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue)));
        values.put("exact", (int) open.stream().filter(line -> line.proposal().isExact()).count());
        values.put("mayChange", user.may(Permissions.PAYMENTS_CHANGE));
        values.put("table", table);
        values.put("columns", columns);
        values.put("file", file);
        show("payment/bank.jte", values);
    }

    private static int column(Map<String, String> values, String name) {
        try {
            return Math.clamp(Integer.parseInt(values.getOrDefault(name, "-1")), -1, 60);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException | NullPointerException notAnId) {
            throw new NotFound();
        }
    }
}
