package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is asked for each type, for pages that ask, and the answers. Read from the database every time: nothing has to be restarted. */
@Service
public class InquiryFields {

    static final String COLUMNS = "select id, type, kind, label_en, label_fr, choices, required, asked, position, retired_at, version from inquiry_field ";

    private final JdbcTemplate jdbc;

    InquiryFields(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What customers are asked for this type, in order. */
    @Transactional(readOnly = true)
    public List<InquiryField> asked(InquiryType type) {
        return active(type).stream().filter(InquiryField::asked).toList();
    }

    /** A question and what was answered to it. */
    public record Given(InquiryField field, String value) {
    }

    /** What stands in the customer's own inquiry of what customers are asked; what staff alone fill in is not among it. */
    @Transactional(readOnly = true)
    public List<Given> given(CustomerId me, InquiryNumber number) {
        var values = new LinkedHashMap<UUID, String>();
        jdbc.query("select a.field_id, a.value_text from inquiry_answer a join inquiry i on i.id = a.inquiry_id join inquiry_field f on f.id = a.field_id where i.number = ? and i.customer_id = ? and f.asked = true",
                row -> {
                    values.put(uuid(row.getBytes(1)), row.getString(2));
                }, number.value(), bytes(me.value()));
        return values.isEmpty() ? List.of() : jdbc.query(COLUMNS + "where asked = true order by position, id", InquiryFields::field).stream()
                .filter(field -> values.containsKey(field.id())).map(field -> new Given(field, values.get(field.id()))).toList();
    }

    List<InquiryField> active(InquiryType type) {
        return jdbc.query(COLUMNS + "where type = ? and retired_at is null order by position, id", InquiryFields::field, type.name());
    }

    static InquiryField field(ResultSet row, int n) throws SQLException {
        return new InquiryField(uuid(row.getBytes("id")), InquiryType.valueOf(row.getString("type")), InquiryField.Kind.valueOf(row.getString("kind")),
                new Localized(row.getString("label_en"), row.getString("label_fr")), InquiryField.choices(row.getString("choices")), row.getBoolean("required"), row.getBoolean("asked"),
                row.getInt("position"), row.getTimestamp("retired_at") != null, row.getInt("version"));
    }

    /** Whatever was answered, by field. */
    Map<UUID, String> answers(InquiryId inquiry) {
        var found = new LinkedHashMap<UUID, String>();
        jdbc.query("select field_id, value_text from inquiry_answer where inquiry_id = ?", row -> {
            found.put(uuid(row.getBytes(1)), row.getString(2));
        }, (Object) bytes(inquiry.value()));
        return found;
    }

    /** Of what was typed, by the name of the input, what is to be kept; a question that is not among it was not asked. @throws app.regulars.platform.Refused beside the field that is wrong or missing */
    Map<InquiryField, String> checked(InquiryType type, Map<String, String> typed, Locale locale) {
        var kept = new LinkedHashMap<InquiryField, String>();
        for (var field : typed.isEmpty() ? List.<InquiryField>of() : active(type)) {
            if (!typed.containsKey(field.input())) {
                continue;
            }
            var value = field.checked(typed.get(field.input()));
            if (value == null && field.required()) {
                throw field.missing(locale);
            }
            if (value != null) {
                kept.put(field, value);
            }
        }
        return kept;
    }

    /** @param value null takes the answer away */
    void keep(InquiryId inquiry, InquiryField field, String value) {
        if (value == null) {
            jdbc.update("delete from inquiry_answer where inquiry_id = ? and field_id = ?", bytes(inquiry.value()), bytes(field.id()));
        } else {
            jdbc.update("insert into inquiry_answer (inquiry_id, field_id, label, value_text) values (?, ?, ?, ?) on duplicate key update label = values(label), value_text = values(value_text)",
                    bytes(inquiry.value()), bytes(field.id()), field.label().en(), value);
        }
    }
}
