package app.regulars.ordering.ui.staff;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import app.regulars.ordering.MoneyEffect;
import app.regulars.ordering.OrderChange;
import app.regulars.ordering.OrderChangeDesk;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.StaffId;

/** A change of an order while it is thought about: what was typed, and what it would do to the money. */
class OrderChangeForm {

    private static final String LINE = "change-";
    private static final int LONGEST = 200;
    private static final Set<String> ADDRESS = Set.of("recipient", "line1", "line2", "city", "province", "postalCode", "country");

    private final OrderChangeDesk desk;
    private final Runnable shown;
    private Map<String, String> typed = Map.of();
    private Map<String, String> wrong = Map.of();
    private boolean elsewhere;
    private OrderChange change;
    private MoneyEffect effect;

    /** @param shown shows the order anew */
    OrderChangeForm(OrderChangeDesk desk, Runnable shown) {
        this.desk = desk;
        this.shown = shown;
    }

    void preview(OrderNumber number, Map<String, String> values) {
        typed = Map.copyOf(values);
        wrong = Map.of();
        var next = read(values);
        effect = desk.preview(number, next);
        change = next;
        shown.run();
    }

    void apply(OrderNumber number, StaffId by) {
        if (change == null) {
            throw new Refused("ordering.change.seen");
        }
        desk.apply(number, change, effect.after().total(), by);
    }

    /** Another country has other fields, and other provinces. */
    void choose(Map<String, String> values) {
        var next = new HashMap<>(values);
        if (!"province".equals(values.get("changed"))) {
            next.remove("province");
        }
        forget();
        typed = Map.copyOf(next);
        elsewhere = true;
        shown.run();
    }

    /** Something is wrong with a field of the address: said beside it. @param field as it was refused @return false for any other field */
    boolean isWrong(String field, String words) {
        var name = field.startsWith(LINE) ? field.substring(LINE.length()) : "";
        if (!ADDRESS.contains(name)) {
            return false;
        }
        wrong = Map.of(name, words);
        elsewhere = true;
        change = null;
        effect = null;
        shown.run();
        return true;
    }

    /** The address as it was typed, else as it is. */
    Map<String, String> address(PostalAddress own) {
        if (typed.containsKey("country")) {
            return typed;
        }
        var fields = new HashMap<String, String>();
        if (own != null) {
            put(fields, "recipient", own.recipient());
            put(fields, "line1", own.line1());
            put(fields, "line2", own.line2());
            put(fields, "city", own.city());
            put(fields, "province", own.province());
            put(fields, "postalCode", own.postalCode());
            put(fields, "country", own.country());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    Map<String, String> wrong() {
        return wrong;
    }

    /** Whether the address is being changed. */
    boolean isElsewhere() {
        return elsewhere;
    }

    void forget() {
        typed = Map.of();
        wrong = Map.of();
        elsewhere = false;
        change = null;
        effect = null;
    }

    Map<String, String> typed() {
        return typed;
    }

    /** Null before anything was previewed. */
    MoneyEffect effect() {
        return effect;
    }

    private OrderChange read(Map<String, String> values) {
        var quantities = new HashMap<Integer, Integer>();
        values.forEach((name, value) -> {
            if (name.matches("change-\\d{1,4}") && !value.isBlank()) {
                quantities.put(Integer.valueOf(name.substring(LINE.length())), pieces(name, value));
            }
        });
        var sku = text(values, "sku");
        var added = sku.isEmpty() ? null : new OrderChange.Added(desk.article(sku), pieces("change-pieces", values.getOrDefault("pieces", "1")));
        var address = text(values, "line1").isEmpty() ? null
                : new PostalAddress(text(values, "recipient"), text(values, "line1"), text(values, "line2"), text(values, "city"), text(values, "province"),
                        text(values, "postalCode"), text(values, "country"));
        var option = text(values, "option");
        return new OrderChange(quantities, added, address, option.isEmpty() ? null : option, text(values, "reason"));
    }

    private static int pieces(String field, String typed) {
        if (!typed.strip().matches("\\d{1,6}")) {
            throw new Refused("ordering.pack.wrong", field, Map.of());
        }
        return Integer.parseInt(typed.strip());
    }

    private static String text(Map<String, String> values, String name) {
        var text = values.getOrDefault(name, "").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
