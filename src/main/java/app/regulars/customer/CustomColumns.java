package app.regulars.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a file that hold answers to custom fields: named by a field's code or by its name in either language. */
public final class CustomColumns {

    private final List<CustomField> fields;

    CustomColumns(List<CustomField> fields) {
        this.fields = fields;
    }

    /**
     * The answers of a row, by the name of the input; columns that are missing or empty are not among them.
     *
     * @throws app.regulars.platform.Refused beside the input of a field that cannot hold what stands there
     */
    public Map<String, String> read(Map<String, String> row) {
        var answers = new HashMap<String, String>();
        for (var field : fields) {
            for (var name : new String[] {field.code(), field.label().en(), field.label().fr()}) {
                var typed = name == null ? null : row.get(name);
                if (typed != null && !typed.isBlank()) {
                    field.value(typed);
                    answers.put(field.input(), typed);
                    break;
                }
            }
        }
        return answers;
    }

    /** The column of an input, for messages. */
    public String column(String input) {
        return fields.stream().filter(field -> field.input().equals(input)).map(CustomField::code).findFirst().orElse(input);
    }

    /** Changes whenever other fields are asked for, so that a file is read again then; blank where there are none. */
    public String state() {
        return fields.stream().map(field -> field.code() + ":" + field.kind()).sorted().collect(Collectors.joining(","));
    }
}
