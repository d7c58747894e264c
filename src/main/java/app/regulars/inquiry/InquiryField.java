package app.regulars.inquiry;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Something that is asked besides for inquiries of a type. Its kind stays what it is.
 *
 * @param choices  for {@link Kind#CHOICE}
 * @param required whether an inquiry of this type cannot be sent without it, where it is asked
 * @param asked    whether customers are asked; else only staff fill it in
 * @param retired  it is not asked for any more; answers stay
 */
public record InquiryField(UUID id, InquiryType type, Kind kind, Localized label, List<Choice> choices, boolean required, boolean asked, int position, boolean retired, int version) {

    static final int LONGEST = 1_000;

    /** Named by inquiry.field.kind.{code}. */
    public enum Kind {
        TEXT, NUMBER, DATE, YES_NO, CHOICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @return null for anything else */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code().equals(code)) {
                    return kind;
                }
            }
            return null;
        }
    }

    public record Choice(String code, Localized label) {
    }

    /** The name of the field in a form. */
    public String input() {
        return "field-" + id;
    }

    /** As it is kept; null for blank. @throws Refused beside {@link #input} for what the field does not hold */
    String checked(String typed) {
        var text = typed == null ? "" : typed.replace("\u0000", "").replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new Refused("inquiry.refused.too-long", input(), Map.of("most", LONGEST, "is", text.length()));
        }
        return switch (kind) {
            case TEXT -> text;
            case NUMBER -> number(text);
            case DATE -> date(text);
            case YES_NO -> oneOf(text, List.of("yes", "no"));
            case CHOICE -> oneOf(text, choices.stream().map(Choice::code).toList());
        };
    }

    private String number(String text) {
        var plain = text.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        if (!plain.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            throw broken();
        }
        return new BigDecimal(plain).toPlainString();
    }

    private String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException noDate) {
            throw broken();
        }
    }

    private String oneOf(String text, List<String> known) {
        if (!known.contains(text)) {
            throw broken();
        }
        return text;
    }

    private Refused broken() {
        return new Refused("inquiry.field.broken." + kind.code(), input(), Map.of());
    }

    Refused missing(Locale locale) {
        return new Refused("inquiry.field.missing", input(), Map.of("label", label.in(locale)));
    }

    /** A choice by its name, the rest as it is kept; yes and no are left to the page. */
    public String shown(String kept, Locale locale) {
        return kind != Kind.CHOICE || kept == null ? kept
                : choices.stream().filter(choice -> choice.code().equals(kept)).findFirst().map(choice -> choice.label().in(locale)).orElse(kept);
    }

    /** Lines "code=English=French", for the form. */
    public String lines() {
        return choices.stream().map(choice -> choice.code() + "=" + choice.label().en() + "=" + choice.label().fr()).collect(Collectors.joining("\n"));
    }

    /** Reads such lines; what is missing is taken from the left. */
    static List<Choice> choices(String lines) {
        var found = new ArrayList<Choice>();
        if (lines != null) {
            lines.lines().map(line -> line.split("=", 3)).filter(parts -> !parts[0].isBlank()).forEach(parts -> {
                var en = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : parts[0].strip();
                found.add(new Choice(parts[0].strip(), new Localized(en, parts.length > 2 && !parts[2].isBlank() ? parts[2].strip() : en)));
            });
        }
        return found;
    }
}
