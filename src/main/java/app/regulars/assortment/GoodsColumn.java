package app.regulars.assortment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of the file of goods, in their order; those that other shops export as well are called as they call them. A column of a product
 * is written in its first row, a column of an article in every row.
 */
enum GoodsColumn {

    HANDLE("Handle", Of.KEY, Kind.TEXT, null),
    TITLE("Title", Of.PRODUCT, Kind.TEXT, "name-en"),
    TITLE_FR("Title FR", Of.PRODUCT, Kind.TEXT, "name-fr"),
    TAGLINE("Tagline", Of.PRODUCT, Kind.TEXT, "tagline-en"),
    TAGLINE_FR("Tagline FR", Of.PRODUCT, Kind.TEXT, "tagline-fr"),
    BODY("Body", Of.PRODUCT, Kind.TEXT, "description-en"),
    BODY_FR("Body FR", Of.PRODUCT, Kind.TEXT, "description-fr"),
    TYPE("Type", Of.PRODUCT, Kind.TEXT, "category"),
    ALSO("Also In", Of.PRODUCT, Kind.WORDS, "also"),
    STATUS("Status", Of.PRODUCT, Kind.STATUS, "state"),
    FROM("Published At", Of.PRODUCT, Kind.MOMENT, "from"),
    UNTIL("Retires At", Of.PRODUCT, Kind.MOMENT, "until"),
    TAX("Tax Class", Of.PRODUCT, Kind.TEXT, "tax"),
    FAVOURITE("Favourite", Of.PRODUCT, Kind.FLAG, "popular"),
    TAGS("Tags", Of.PRODUCT, Kind.TEXT, "keywords-en"),
    TAGS_FR("Tags FR", Of.PRODUCT, Kind.TEXT, "keywords-fr"),
    IMAGE("Image Src", Of.PRODUCT, Kind.TEXT, "art"),
    ALT("Image Alt Text", Of.PRODUCT, Kind.TEXT, "alt-en"),
    ALT_FR("Image Alt Text FR", Of.PRODUCT, Kind.TEXT, "alt-fr"),
    GALLERY("Further Images", Of.PRODUCT, Kind.WORDS, "gallery"),
    BACKDROP("Backdrop", Of.PRODUCT, Kind.TEXT, "backdrop"),
    SPECS("Specifications", Of.PRODUCT, Kind.TEXT, "s"),
    SPECS_FR("Specifications FR", Of.PRODUCT, Kind.TEXT, "s"),
    RELATIONS("Relations", Of.PRODUCT, Kind.TEXT, "r"),
    RELATIONS_FR("Relations FR", Of.PRODUCT, Kind.TEXT, "r"),
    LENGTH("Parcel Length mm", Of.PRODUCT, Kind.NUMBER, "length"),
    WIDTH("Parcel Width mm", Of.PRODUCT, Kind.NUMBER, "width"),
    HEIGHT("Parcel Height mm", Of.PRODUCT, Kind.NUMBER, "height"),
    NOTE("Shipping Note", Of.PRODUCT, Kind.TEXT, "note-en"),
    NOTE_FR("Shipping Note FR", Of.PRODUCT, Kind.TEXT, "note-fr"),
    OPTION1("Option1 Name", Of.PRODUCT, Kind.TEXT, "o0-en"),
    OPTION1_FR("Option1 Name FR", Of.PRODUCT, Kind.TEXT, "o0-fr"),
    OPTION2("Option2 Name", Of.PRODUCT, Kind.TEXT, "o1-en"),
    OPTION2_FR("Option2 Name FR", Of.PRODUCT, Kind.TEXT, "o1-fr"),
    OPTION3("Option3 Name", Of.PRODUCT, Kind.TEXT, "o2-en"),
    OPTION3_FR("Option3 Name FR", Of.PRODUCT, Kind.TEXT, "o2-fr"),
    SKU("Variant SKU", Of.KEY, Kind.TEXT, null),
    VALUE1("Option1 Value", Of.CHOICE, Kind.TEXT, "0-en"),
    VALUE1_FR("Option1 Value FR", Of.CHOICE, Kind.TEXT, "0-fr"),
    VALUE2("Option2 Value", Of.CHOICE, Kind.TEXT, "1-en"),
    VALUE2_FR("Option2 Value FR", Of.CHOICE, Kind.TEXT, "1-fr"),
    VALUE3("Option3 Value", Of.CHOICE, Kind.TEXT, "2-en"),
    VALUE3_FR("Option3 Value FR", Of.CHOICE, Kind.TEXT, "2-fr"),
    PRICE("Variant Price", Of.ARTICLE, Kind.NUMBER, "price"),
    STOCK("Variant Inventory Qty", Of.ARTICLE, Kind.NUMBER, "stock"),
    GRAMS("Variant Grams", Of.ARTICLE, Kind.NUMBER, "grams"),
    UNIT("Unit Quantity", Of.ARTICLE, Kind.NUMBER, "unit"),
    MEASURE("Unit Measure", Of.ARTICLE, Kind.TEXT, "measure"),
    PER("Unit Per", Of.ARTICLE, Kind.NUMBER, "per"),
    LATER("Backorder", Of.ARTICLE, Kind.FLAG, "later");

    /** What a column tells about. */
    enum Of {
        KEY, PRODUCT, CHOICE, ARTICLE
    }

    enum Kind {
        TEXT, NUMBER, FLAG, WORDS, MOMENT, STATUS
    }

    /** How many options a file can name. */
    static final int OPTIONS = 3;
    private static final List<String> YES = List.of("true", "yes", "on", "1", "x", "vrai", "oui");

    private final String header;
    private final Of of;
    private final Kind kind;
    private final String field;

    GoodsColumn(String header, Of of, Kind kind, String field) {
        this.header = header;
        this.of = of;
        this.kind = kind;
        this.field = field;
    }

    String header() {
        return header;
    }

    Of of() {
        return of;
    }

    /** The name of the field of the form, of an article without its row. */
    String field() {
        return field;
    }

    /** In capitals or not. */
    static Optional<GoodsColumn> named(String header) {
        var name = header.strip();
        return Arrays.stream(values()).filter(column -> column.header.equalsIgnoreCase(name)).findFirst();
    }

    static List<GoodsColumn> of(Of of) {
        return Arrays.stream(values()).filter(column -> column.of == of).toList();
    }

    /** As a spreadsheet may have written it back: a comma for a point, a blank for a T, other ends of lines. */
    String plain(String cell) {
        var text = cell.replace("\r\n", "\n").replace('\r', '\n').strip();
        return switch (kind) {
            case NUMBER -> number(text);
            case FLAG -> YES.contains(text.toLowerCase(Locale.ROOT)) ? "on" : "";
            case WORDS -> String.join("\n", text.isEmpty() ? List.of() : List.of(text.split("[\\s,;]+")));
            case MOMENT -> text.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}.*") ? text.replaceFirst(" ", "T") : text;
            case STATUS -> text.toLowerCase(Locale.ROOT);
            case TEXT -> text;
        };
    }

    private static String number(String text) {
        var bare = text.replaceAll("[\\s\\u00a0\\u202f$]", "").replace(',', '.');
        if (!bare.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return text;
        }
        var amount = new BigDecimal(bare).stripTrailingZeros();
        return (amount.scale() < 0 ? amount.setScale(0) : amount).toPlainString();
    }

    boolean isMoment() {
        return kind == Kind.MOMENT;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isFlag() {
        return kind == Kind.FLAG;
    }
}
