package app.regulars.payment;

import app.regulars.platform.Refused;
import app.regulars.platform.money.Money;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A statement as a table: its first row names the columns; which column is what is guessed, and chosen by a person. */
public record StatementTable(List<String> head, List<List<String>> rows) {

    private static final int MOST = 20_000;
    private static final int MOST_COLUMNS = 60;
    private static final int CENTS = 2;
    private static final Map<String, Set<String>> NAMES = Map.of(
            "date", Set.of("date", "booking date", "transaction date", "posting date", "posted date", "date de transaction", "date d'opération", "date opération", "value date"),
            "amount", Set.of("amount", "credit", "deposit", "deposits", "montant", "crédit", "credit amount", "dépôt", "dépôts", "paid in", "montant cad", "amount cad"),
            "payer", Set.of("payer", "name", "from", "payee", "counterparty", "nom", "payeur", "de", "sender", "expéditeur"),
            "words", Set.of("description", "details", "memo", "message", "text", "libellé", "détails", "note", "reference", "référence", "communication"));

    /** The forms in which banks write days. */
    public static final List<String> DAYS = List.of("uuuu-MM-dd", "dd/MM/uuuu", "MM/dd/uuuu", "uuuu/MM/dd", "dd.MM.uuuu", "dd-MM-uuuu", "uuuuMMdd");

    /** Which column is what; -1 for none. @param day one of {@link #DAYS} */
    public record Columns(int date, int amount, int payer, int words, int reference, String day) {
    }

    /** @throws Refused if it is no table with rows */
    static StatementTable of(byte[] file) {
        var text = text(file);
        var first = text.lines().findFirst().orElse("");
        var separator = List.of(';', '\t', ',').stream().max(java.util.Comparator.comparingLong(mark -> first.chars().filter(each -> each == mark).count())).orElse(',');
        var all = new ArrayList<List<String>>();
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            for (var record : reader) {
                if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    all.add(record.getFields());
                }
                if (all.size() > MOST || record.getFieldCount() > MOST_COLUMNS) {
                    throw new Refused("payment.bank.refused.large", "bank-file", Map.of("most", MOST));
                }
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new Refused("payment.bank.refused.table", "bank-file", Map.of());
        }
        if (all.size() < 2 || all.getFirst().size() < 2) {
            throw new Refused("payment.bank.refused.table", "bank-file", Map.of());
        }
        return new StatementTable(all.getFirst(), List.copyOf(all.subList(1, all.size())));
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException old) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** What the columns seem to be. */
    public Columns guess() {
        var date = named("date");
        var day = DAYS.stream().filter(form -> date >= 0 && rows.stream().allMatch(row -> day(cell(row, date), form) != null)).findFirst().orElse(DAYS.getFirst());
        var words = named("words");
        var reference = head.stream().map(StatementTable::plain).toList().indexOf("reference");
        return new Columns(date, named("amount"), named("payer"), words, reference == words ? -1 : reference, day);
    }

    private int named(String what) {
        for (var i = 0; i < head.size(); i++) {
            if (NAMES.get(what).contains(plain(head.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The rows that say that money came in. @throws Refused beside the choice that does not fit, with the number of the row */
    List<StatementLine> lines(Columns columns, String currency) {
        if (columns.date() < 0) {
            throw new Refused("payment.bank.refused.date", "bank-date", Map.of());
        }
        if (columns.amount() < 0) {
            throw new Refused("payment.bank.refused.amount", "bank-amount", Map.of());
        }
        var lines = new ArrayList<StatementLine>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var typed = cell(row, columns.amount());
            if (typed.isBlank()) {
                continue;
            }
            var amount = amount(typed);
            if (amount == null) {
                throw new Refused("payment.bank.refused.amount-row", "bank-amount", Map.of("row", i + 2, "said", shown(typed)));
            }
            if (amount.signum() <= 0) {
                continue;
            }
            var on = day(cell(row, columns.date()), columns.day());
            if (on == null) {
                throw new Refused("payment.bank.refused.date-row", "bank-date", Map.of("row", i + 2, "said", shown(cell(row, columns.date()))));
            }
            lines.add(new StatementLine(on, Money.of(amount, currency), cell(row, columns.payer()), cell(row, columns.words()), cell(row, columns.reference())));
        }
        return lines;
    }

    private static String shown(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40);
    }

    private static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }

    private static LocalDate day(String typed, String form) {
        if (!DAYS.contains(form)) {
            return null;
        }
        try {
            var text = form.length() == 8 || typed.length() <= 10 ? typed : typed.substring(0, 10);
            return LocalDate.parse(text, DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
        } catch (DateTimeException no) {
            return null;
        }
    }

    /** "1,234.56", "1 234,56", "1234.5", "-12", "(12.00)" and with a sign of money; null for anything else. */
    static BigDecimal amount(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f$€]|CAD|USD", "");
        var negative = text.startsWith("-") || text.startsWith("−") || text.endsWith("-") || text.startsWith("(") && text.endsWith(")");
        text = text.replaceAll("^[(+−-]|[)-]$", "");
        var last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (last >= 0 && text.length() - last - 1 <= CENTS) {
            text = text.substring(0, last).replaceAll("[.,']", "") + "." + text.substring(last + 1);
        } else {
            text = text.replaceAll("[.,']", "");
        }
        if (!text.matches("\\d{1,12}(\\.\\d{0,2})?")) {
            return null;
        }
        var amount = new BigDecimal(text.endsWith(".") ? text + "0" : text).setScale(CENTS, RoundingMode.UNNECESSARY);
        return negative ? amount.negate() : amount;
    }

    @Override
    public String toString() {
        return "a table of " + rows.size() + " rows";
    }
}
