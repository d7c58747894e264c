package app.regulars.console;

import app.regulars.platform.audit.AuditRow;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in the reader's words what stands in an entry as fields and codes; what it has no words for is shown as it was written. */
public record AuditWords(Texts texts, Locale locale, ZoneId zone, Map<String, String> names) {

    private static final String MOMENT = "\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z";

    /** A field that changed. @param before null where it says nothing @param after likewise */
    public record Line(String field, String before, String after) {
    }

    public List<Line> lines(AuditRow row) {
        var fields = new LinkedHashSet<>(row.before().keySet());
        fields.addAll(row.after().keySet());
        return fields.stream().map(field -> new Line(field(row, field), row.before().containsKey(field) ? value(row, field, row.before().get(field)) : null,
                row.after().containsKey(field) ? value(row, field, row.after().get(field)) : null)).toList();
    }

    private String field(AuditRow row, String name) {
        for (var key : List.of("customer".equals(row.subjectKind()) ? "customer.field." + name : "", "console.audit.field." + name)) {
            if (texts.has(key)) {
                return texts.get(locale, key);
            }
        }
        return texts.has(name) ? texts.get(locale, "console.audit.field.handed-over") : name;
    }

    private String value(AuditRow row, String field, Object value) {
        if (value == null || "".equals(value)) {
            return texts.get(locale, "console.audit.nothing-there");
        }
        if (value instanceof Boolean yes) {
            return texts.get(locale, yes ? "console.audit.yes" : "console.audit.no");
        }
        if (value instanceof Number count && texts.has(field)) {
            return texts.get(locale, field, "count", count);
        }
        if ("handedOverTo".equals(field) && "queue".equals(value)) {
            return texts.get(locale, "console.audit.queue");
        }
        var plain = value.toString();
        if (plain.matches(MOMENT)) {
            return Formats.dateAndTime(Instant.parse(plain), zone, locale);
        }
        var code = plain.toLowerCase(Locale.ROOT).replace('_', '-');
        for (var key : List.of("status".equals(field) && "order".equals(row.subjectKind()) ? "console.order-status." + code : "",
                "privacy-request".equals(row.subjectKind()) ? "personaldata." + field + "." + code : "",
                "inquiry".equals(row.subjectKind()) ? "inquiry." + field + "." + code : "")) {
            if (texts.has(key)) {
                return texts.get(locale, key);
            }
        }
        return names.getOrDefault(plain, plain);
    }
}
