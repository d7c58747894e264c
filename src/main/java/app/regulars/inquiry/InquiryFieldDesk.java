package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what is asked besides: which questions there are, and what was answered. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class InquiryFieldDesk {

    private static final int MOST = 100;
    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_CHOICES = 4_000;

    private final InquiryFields fields;
    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    InquiryFieldDesk(InquiryFields fields, InquiryRepository inquiries, InquiryDrawer drawer, JdbcTemplate jdbc, AuditTrail audit, Clock clock) {
        this.fields = fields;
        this.inquiries = inquiries;
        this.drawer = drawer;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A question as it was typed. @param id null for a new one @param choices lines "code=English=French" */
    public record Form(UUID id, InquiryType type, InquiryField.Kind kind, String labelEn, String labelFr, String choices, boolean required, boolean asked, int version) {
    }

    /** A question with its answer, or null. */
    public record Filled(InquiryField field, String value) {
    }

    /** All of them, by type and in order, also those that are retired. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<InquiryField> all() {
        return jdbc.query(InquiryFields.COLUMNS + "order by type, position, id", InquiryFields::field);
    }

    /** What is asked for the type of this inquiry, and whatever else was answered. @throws NotFound if there is none */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<Filled> of(InquiryNumber number) {
        var facts = inquiries.findByNumber(number).orElseThrow(NotFound::new).facts();
        var answers = fields.answers(facts.id());
        return all().stream().filter(field -> answers.containsKey(field.id()) || field.type() == facts.type() && !field.retired())
                .map(field -> new Filled(field, answers.get(field.id()))).toList();
    }

    /** Of a type, to be asked while something is written down. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<InquiryField> active(InquiryType type) {
        return fields.active(type);
    }

    /** Before the name of an input: what stood there when the person began to type. */
    public static final String STOOD = "stood-";

    /**
     * Keeps what was typed, by the name of the input; what is not among it stays, and so does what a colleague wrote where the person left what
     * stood there ({@link #STOOD}).
     *
     * @throws Refused beside the field that is wrong, or in which both wrote something else; then with what "stands" there, as it is kept
     */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void fill(InquiryNumber number, Map<String, String> typed, StaffId by) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        var answers = fields.answers(inquiry.inquiryId());
        var changed = false;
        for (var field : all()) {
            var before = answers.get(field.id());
            if (!typed.containsKey(field.input()) || field.type() != inquiry.facts().type() && before == null) {
                continue;
            }
            var value = field.checked(typed.get(field.input()));
            if (typed.containsKey(STOOD + field.input())) {
                var stood = blankToNull(typed.get(STOOD + field.input()));
                if (Objects.equals(value, stood)) {
                    continue;
                }
                if (!Objects.equals(before, stood) && !Objects.equals(before, value)) {
                    throw new Refused("inquiry.field.refused.meanwhile", field.input(), Map.of("stands", before == null ? "" : before));
                }
            }
            if (!Objects.equals(before, value)) {
                fields.keep(inquiry.inquiryId(), field, value);
                inquiry.filled(field.label().en(), before, value, by, clock.instant());
                changed = true;
            }
        }
        if (changed) {
            drawer.store(inquiry);
            audit.changed(by, "inquiry.filled", "inquiry", inquiry.inquiryId().value(), Change.of(number.value()).about(inquiry.customer()));
        }
    }

    /** @throws Refused beside the field that is wrong, or where a colleague changed it meanwhile */
    @Transactional
    @RolesAllowed(Permissions.SHOP_SETUP)
    public void save(Form form, StaffId by) {
        var en = label(form.labelEn(), "label-en");
        var fr = label(form.labelFr(), "label-fr");
        if (form.kind() == null) {
            throw new Refused("inquiry.field.refused.kind", "kind", Map.of());
        }
        var choices = form.kind() == InquiryField.Kind.CHOICE ? choices(form.choices()) : null;
        var id = form.id() == null ? Ids.next() : form.id();
        if (form.id() == null) {
            var all = all();
            if (all.size() >= MOST) {
                throw new Refused("inquiry.field.refused.many", "label-en", Map.of("most", MOST));
            }
            jdbc.update("insert into inquiry_field (id, type, kind, label_en, label_fr, choices, required, asked, position, retired_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, 0)",
                    bytes(id), form.type().name(), form.kind().name(), en, fr, choices, form.required(), form.asked(), (all.size() + 1) * 10);
        } else if (jdbc.update("update inquiry_field set label_en = ?, label_fr = ?, choices = ?, required = ?, asked = ?, version = version + 1 where id = ? and version = ?", en, fr, choices,
                form.required(), form.asked(), bytes(id), form.version()) == 0) {
            throw new Refused("inquiry.canned.refused.changed", "label-en", Map.of());
        }
        audit.changed(by, "inquiry.field", "inquiry-field", id, Change.of(en).to(Map.of("type", form.type(), "kind", form.kind(), "required", form.required(), "asked", form.asked())));
    }

    /** It is not asked for any more, or again; answers stay. */
    @Transactional
    @RolesAllowed(Permissions.SHOP_SETUP)
    public void retire(UUID id, boolean yes, StaffId by) {
        if (jdbc.update("update inquiry_field set retired_at = ?, version = version + 1 where id = ?", yes ? utc(clock.instant()) : null, bytes(id)) > 0) {
            audit.changed(by, yes ? "inquiry.field-retired" : "inquiry.field-revived", "inquiry-field", id, Change.of(id.toString()));
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String label(String typed, String field) {
        var text = typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST_LABEL) {
            throw new Refused("inquiry.canned.refused.title", field, Map.of());
        }
        return text;
    }

    private static String choices(String typed) {
        var choices = InquiryField.choices(typed);
        if (choices.size() < 2 || typed.length() > LONGEST_CHOICES || choices.stream().anyMatch(choice -> !choice.code().toLowerCase(Locale.ROOT).matches("[a-z0-9][a-z0-9-]{0,38}"))
                || choices.stream().map(InquiryField.Choice::code).distinct().count() < choices.size()) {
            throw new Refused("inquiry.field.refused.choices", "choices", Map.of());
        }
        return typed.strip();
    }
}
