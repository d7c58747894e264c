package app.regulars.platform.i18n;

import app.regulars.platform.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Money, dates and numbers in the reader's form. */
public final class Formats {

    private record Form(Locale locale, String currency) {
    }

    /** Making a format costs many times what copying one does. */
    private static final Map<Form, NumberFormat> NUMBERS = new ConcurrentHashMap<>();

    private Formats() {
    }

    /** "$48.60" in English, "48,60 $" in French; a foreign currency shows its code. */
    public static String money(Money money, Locale locale) {
        var known = NUMBERS.computeIfAbsent(new Form(locale, money.currency()), form -> {
            var format = NumberFormat.getCurrencyInstance(form.locale());
            format.setCurrency(Currency.getInstance(form.currency()));
            return format;
        });
        return copy(known).format(money.rounded().amount());
    }

    public static String number(long number, Locale locale) {
        return copy(NUMBERS.computeIfAbsent(new Form(locale, ""), form -> NumberFormat.getIntegerInstance(form.locale()))).format(number);
    }

    /** A format may be used by one thread at a time. */
    private static NumberFormat copy(NumberFormat format) {
        return (NumberFormat) format.clone();
    }

    /** "Thursday, 26 November 2026". */
    public static String longDate(LocalDate date, Locale locale) {
        return day(date, "EEEE, ", "EEEE ", " MMMM yyyy", locale);
    }

    /** "Thursday, 26 November". */
    public static String dayAndMonth(LocalDate date, Locale locale) {
        return day(date, "EEEE, ", "EEEE ", " MMMM", locale);
    }

    /** "26 November 2026". */
    public static String date(Instant moment, ZoneId zone, Locale locale) {
        return day(moment.atZone(zone), "", "", " MMMM yyyy", locale);
    }

    /** "26 Nov", in French "26 nov.": where the year goes without saying. */
    public static String shortDate(Instant moment, ZoneId zone, Locale locale) {
        return day(moment.atZone(zone), "", "", " MMM", locale);
    }

    /** "9:12 a.m.", in French "9 h 12"; it never breaks over two lines. */
    public static String time(Instant moment, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(moment.atZone(zone)).replace(' ', '\u00a0');
    }

    /** "19 Nov 2026, 9:12 a.m.". */
    public static String dateAndTime(Instant moment, ZoneId zone, Locale locale) {
        return day(moment.atZone(zone), "", "", " MMM yyyy, ", locale) + time(moment, zone, locale);
    }

    /** French counts the first of a month as "1er". */
    private static String day(TemporalAccessor day, String before, String beforeInFrench, String after, Locale locale) {
        var french = "fr".equals(locale.getLanguage());
        var first = french && day.get(ChronoField.DAY_OF_MONTH) == 1 ? "d'er'" : "d";
        return DateTimeFormatter.ofPattern((french ? beforeInFrench : before) + first + after, locale).format(day);
    }
}
