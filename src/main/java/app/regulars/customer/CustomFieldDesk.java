package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The managers' door to custom fields. A field comes and goes without a restart; its kind and code stay what they are. */
@Service
@Transactional
@RolesAllowed(Permissions.CUSTOMERS_SETUP)
public class CustomFieldDesk {

    private static final int MOST = 60;
    private static final int LONGEST_RETENTION = 120;

    private final CustomFields fields;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    CustomFieldDesk(CustomFields fields, JdbcTemplate jdbc, AuditTrail audit, Clock clock) {
        this.fields = fields;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param choices lines "code=English=French"; @param appliesTo null for all; @param retention in months */
    public record Form(String code, String labelEn, String labelFr, FieldKind kind, String choices, PartyKind appliesTo, String purposeEn, String purposeFr,
                       String retention, FieldAudience shownTo, boolean demographic) {
    }

    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    @Transactional(readOnly = true)
    public List<CustomField> list() {
        return fields.all();
    }

    /** Everything that is wrong with the form, one refusal a field. @param fresh whether it is a new one */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public List<Refused> problems(Form form, boolean fresh) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> required(form.labelEn(), "labelEn", 120));
        Refused.collect(problems, () -> required(form.labelFr(), "labelFr", 120));
        Refused.collect(problems, () -> required(form.purposeEn(), "purposeEn", 300));
        Refused.collect(problems, () -> required(form.purposeFr(), "purposeFr", 300));
        Refused.collect(problems, () -> retention(form.retention()));
        if (fresh) {
            if (form.code() == null || !form.code().matches("[a-z][a-z0-9-]{1,38}")) {
                problems.add(new Refused("customer.custom.code.broken", "code", Map.of()));
            } else if (fields.all().stream().anyMatch(field -> field.code().equals(form.code()))) {
                problems.add(new Refused("customer.custom.code.known", "code", Map.of()));
            }
            if (form.kind() == null) {
                problems.add(new Refused("customer.choice.unknown", "kind", Map.of()));
            }
            if (fields.all().size() >= MOST) {
                problems.add(new Refused("customer.custom.many", "code", Map.of("most", MOST)));
            }
        }
        if (form.kind() == FieldKind.CHOICE) {
            var choices = CustomFields.choices(form.choices());
            if (choices.size() < 2 || form.choices().length() > 4000 || choices.stream().anyMatch(choice -> !choice.code().matches("[a-z0-9][a-z0-9-]{0,38}"))
                    || choices.stream().map(CustomField.Choice::code).distinct().count() < choices.size()) {
                problems.add(new Refused("customer.custom.choices.broken", "choices", Map.of()));
            }
        }
        return problems;
    }

    private static String required(String typed, String field, int most) {
        return PersonTexts.bounded(PersonTexts.required(typed, "customer.custom.missing", field), most, field);
    }

    private static int retention(String typed) {
        try {
            var months = Integer.parseInt(typed == null ? "" : typed.strip());
            if (months >= 1 && months <= LONGEST_RETENTION) {
                return months;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Refused("customer.custom.retention.broken", "retention", Map.of("most", LONGEST_RETENTION));
    }

    private static Map<String, Object> fields(CustomField field) {
        return Change.fields("nameEn", field.label().en(), "nameFr", field.label().fr(), "kind", field.kind(), "choices", field.choices().stream().map(CustomField.Choice::code)
                .collect(Collectors.joining(", ")), "appliesTo", field.appliesTo(), "purpose", field.purpose().en(), "retentionMonths", field.retentionMonths(),
                "shownTo", field.shownTo(), "demographic", field.demographic());
    }

    private void check(Form form, boolean fresh) {
        problems(form, fresh).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
    }

    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void add(Form form, StaffId by) {
        check(form, true);
        var id = Ids.next();
        jdbc.update("insert into customer_field (id, version, code, label_en, label_fr, kind, choices, applies_to, purpose_en, purpose_fr, retention_months, shown_to, "
                + "demographic, position, created_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(id), form.code(), PersonTexts.clean(form.labelEn()),
                PersonTexts.clean(form.labelFr()), form.kind().name(), form.kind() == FieldKind.CHOICE ? form.choices().strip() : null,
                form.appliesTo() == null ? "ALL" : form.appliesTo().name(), PersonTexts.clean(form.purposeEn()), PersonTexts.clean(form.purposeFr()),
                retention(form.retention()), shown(form).name(), form.demographic(), (fields.all().size() + 1) * 10, utc(clock.instant()));
        audit.changed(by, "customer.field.added", "customer-field", id, Change.of(form.code()).to(fields(find(form.code()))));
    }

    /** Kind and code stay. @param code of the field */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void change(String code, Form form, StaffId by) {
        var field = find(code);
        var same = new Form(code, form.labelEn(), form.labelFr(), field.kind(), form.choices(), form.appliesTo(), form.purposeEn(), form.purposeFr(), form.retention(),
                form.shownTo(), form.demographic());
        check(same, false);
        jdbc.update("update customer_field set version = version + 1, label_en = ?, label_fr = ?, choices = ?, applies_to = ?, purpose_en = ?, purpose_fr = ?, "
                + "retention_months = ?, shown_to = ?, demographic = ? where id = ?", PersonTexts.clean(form.labelEn()), PersonTexts.clean(form.labelFr()),
                field.kind() == FieldKind.CHOICE ? form.choices().strip() : null, form.appliesTo() == null ? "ALL" : form.appliesTo().name(),
                PersonTexts.clean(form.purposeEn()), PersonTexts.clean(form.purposeFr()), retention(form.retention()), shown(form).name(), form.demographic(),
                bytes(field.id()));
        audit.changed(by, "customer.field.changed", "customer-field", field.id(), Change.of(code).from(fields(field)).to(fields(find(code))));
    }

    /** It is not asked for any more; what was answered stays until its time is over, or comes back with the field. */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void retire(String code, boolean yes, StaffId by) {
        var field = find(code);
        jdbc.update("update customer_field set version = version + 1, retired_at = ? where id = ?", yes ? utc(clock.instant()) : null, bytes(field.id()));
        audit.changed(by, yes ? "customer.field.retired" : "customer.field.revived", "customer-field", field.id(), Change.of(code).of("active", field.retiredAt() == null, !yes));
    }

    private static FieldAudience shown(Form form) {
        return form.shownTo() == null ? FieldAudience.STAFF : form.shownTo();
    }

    private CustomField find(String code) {
        return fields.all().stream().filter(field -> field.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }
}
