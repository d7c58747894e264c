package app.regulars.customer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which customers the staff's list shows; what is blank does not count.
 *
 * @param text     words that all have to stand in name, company, e-mail, phone or number
 * @param kind     "person", "company" or blank
 * @param group    the code of a group they are in
 * @param cost     "costly" for those who cost much and buy little, "usual" for others who cost anything
 * @param custom   by field code: the answer, for numbers and days also "from..to"
 */
public record CustomerFilter(String text, String kind, String role, String stage, String source, String province, String size, String activity, String need,
                             String channel, String language, String group, String cost, Map<String, String> custom) {

    /** The names of its parameters in an address, those of custom fields besides. */
    public static final List<String> NAMES = List.of("q", "kind", "role", "stage", "source", "province", "size", "activity", "need", "channel", "language", "group", "cost");
    private static final int LONGEST = 200;

    /** Reads the parameters of an address; those of custom fields begin with "f.". */
    public static CustomerFilter of(Map<String, String> parameters) {
        var custom = new TreeMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith("f.") && name.length() <= 42 && value != null && !value.isBlank() && custom.size() < 10) {
                custom.put(name.substring(2), cut(value));
            }
        });
        return new CustomerFilter(cut(parameters.get("q")), cut(parameters.get("kind")), cut(parameters.get("role")), cut(parameters.get("stage")),
                cut(parameters.get("source")), cut(parameters.get("province")), cut(parameters.get("size")), cut(parameters.get("activity")),
                cut(parameters.get("need")), cut(parameters.get("channel")), cut(parameters.get("language")), cut(parameters.get("group")), cut(parameters.get("cost")),
                custom);
    }

    /** Reads what {@link #written} wrote. */
    static CustomerFilter read(String written) {
        var parameters = new TreeMap<String, String>();
        Arrays.stream(written.split("&")).map(part -> part.split("=", 2)).filter(part -> part.length == 2)
                .forEach(part -> parameters.put(URLDecoder.decode(part[0], StandardCharsets.UTF_8), URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        return of(parameters);
    }

    /** As it stands in an address, without the question mark; empty for everybody. */
    public String written() {
        return parameters().entrySet().stream().map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What is not blank, by its name in an address. */
    public Map<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        var values = List.of(text, kind, role, stage, source, province, size, activity, need, channel, language, group, cost);
        for (var at = 0; at < values.size(); at++) {
            parameters.put(NAMES.get(at), values.get(at));
        }
        custom.forEach((code, wanted) -> parameters.put("f." + code, wanted));
        parameters.values().removeIf(String::isBlank);
        return parameters;
    }

    /** Without the words, which may name somebody: a group lasts longer than a look. */
    CustomerFilter withoutWords() {
        return new CustomerFilter("", kind, role, stage, source, province, size, activity, need, channel, language, group, cost, custom);
    }

    public static CustomerFilter everybody() {
        return of(Map.of());
    }

    /** The columns it asks for. */
    List<String> fields() {
        var asked = new ArrayList<String>();
        if (!text.isEmpty()) {
            asked.addAll(List.of("customer.name", "customer.company_name", "customer.email", "customer.phone", "customer.search_text"));
        }
        if (!province.isEmpty()) {
            asked.add("customer_address.province");
        }
        if (!size.isEmpty()) {
            asked.add("customer.size_band");
        }
        if (!activity.isEmpty()) {
            asked.add("customer.activity");
        }
        if (!need.isEmpty()) {
            asked.add("customer.need");
        }
        if (!channel.isEmpty()) {
            asked.add("customer.preferred_channel");
        }
        if (!cost.isEmpty()) {
            asked.add("customer_cost.band");
        }
        custom.keySet().forEach(code -> asked.add("customer_field_value." + code));
        return asked;
    }

    private static String cut(String value) {
        return value == null ? "" : value.length() > LONGEST ? value.substring(0, LONGEST) : value.strip();
    }
}
