package app.regulars.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.text.PersonTexts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Something an administrator wants to know of customers besides.
 *
 * @param code            stands in addresses, files and histories; never changes
 * @param choices         for {@link FieldKind#CHOICE}
 * @param appliesTo       null for people and companies
 * @param retentionMonths how long an answer is kept after it was given
 * @param demographic     only used for groups and exports with the person's consent
 * @param retiredAt       null while it is asked for
 */
public record CustomField(UUID id, String code, Localized label, FieldKind kind, List<Choice> choices, PartyKind appliesTo, Localized purpose,
                          int retentionMonths, FieldAudience shownTo, boolean demographic, int position, Instant retiredAt) {

    static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_KEY = 190;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");

    public record Choice(String code, Localized label) {
    }

    /** @param text as it is shown again; @param key what it is found by */
    record Value(String text, String key, BigDecimal number, LocalDate date) {
    }

    public boolean isFor(PartyKind party) {
        return appliesTo == null || appliesTo == party;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** The name of the field in a form. */
    public String input() {
        return "custom-" + code;
    }

    /** Null for blank. @throws Refused beside {@link #input} for what the field does not hold */
    Value value(String typed) {
        var text = PersonTexts.clean(typed);
        if (text == null) {
            return null;
        }
        return switch (kind) {
            case TEXT -> text(PersonTexts.bounded(text, LONGEST_TEXT, input()));
            case NUMBER -> number(text);
            case DATE -> date(text);
            case YES_NO -> switch (text.toLowerCase(Locale.ROOT)) {
                case "yes", "true", "1", "oui", "y" -> text("yes");
                case "no", "false", "0", "non", "n" -> text("no");
                default -> throw broken();
            };
            case CHOICE -> text(choices.stream().filter(choice -> choice.code().equals(text) || choice.label().en().equalsIgnoreCase(text)
                    || text.equalsIgnoreCase(choice.label().fr())).findFirst().orElseThrow(this::broken).code());
        };
    }

    private Value text(String text) {
        return new Value(text, key(text), null, null);
    }

    private Value number(String text) {
        try {
            var plain = text.replaceAll("[\\s\\u00A0\\u202F]", "");
            var number = new BigDecimal(plain.indexOf('.') < 0 && plain.matches("-?\\d+,\\d{1,4}") ? plain.replace(',', '.') : plain.replace(",", ""));
            if (number.abs().compareTo(LARGEST) > 0) {
                throw broken();
            }
            number = number.setScale(Math.min(Math.max(number.scale(), 0), 4), RoundingMode.HALF_UP);
            return new Value(number.toPlainString(), key(number.toPlainString()), number, null);
        } catch (NumberFormatException notANumber) {
            throw broken();
        }
    }

    private Value date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 1000 || date.getYear() > 9999) {
                throw broken();
            }
            return new Value(date.toString(), date.toString(), null, date);
        } catch (DateTimeParseException notADate) {
            throw broken();
        }
    }

    private Refused broken() {
        return new Refused("customer.custom.broken." + kind.name().toLowerCase(Locale.ROOT), input(), Map.of());
    }

    static String key(String text) {
        var plain = PersonTexts.plain(text);
        return plain.length() > LONGEST_KEY ? plain.substring(0, LONGEST_KEY) : plain;
    }

    /** How an answer reads: a choice by its name, the rest as it is kept. Yes and no are left to the page. */
    public String shown(String text, Locale locale) {
        return kind != FieldKind.CHOICE || text == null ? text
                : choices.stream().filter(choice -> choice.code().equals(text)).findFirst().map(choice -> choice.label().in(locale)).orElse(text);
    }
}
