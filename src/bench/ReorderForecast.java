package app.regulars.reordering;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;

/**
 * How well the next order of real customers is foreseen, beside two baselines: fitted on all orders before a day, judged on the first
 * order of each customer in the two months from it on. Whoever does not order in them is in no error, but counts for the range: a range that was
 * right for everybody holds more of those who came in time than of all. {@code reorder-forecast.sh} runs it and it prints a table.
 */
public final class ReorderForecast {

    private static final int ENOUGH = 5;

    private ReorderForecast() {
    }

    private record Case(List<Double> pauses, double elapsed, double next) {
        double mean() {
            return pauses.stream().mapToDouble(Double::doubleValue).average().orElseThrow() - elapsed;
        }
    }

    public static void main(String[] arguments) throws IOException {
        var days = new HashMap<String, TreeSet<LocalDate>>();
        try (var text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))), StandardCharsets.UTF_8)) {
            CsvReader.builder().ofNamedCsvRecord(text).forEach(line -> {
                if (!line.getField("CustomerID").isBlank() && !line.getField("InvoiceNo").startsWith("C") && Integer.parseInt(line.getField("Quantity")) > 0) {
                    days.computeIfAbsent(line.getField("CustomerID"), id -> new TreeSet<>()).add(LocalDate.parse(line.getField("InvoiceDate").substring(0, 10)));
                }
            });
        }
        System.out.println("| judged on | forecast | customers | median error, days | mean error, days | within the range of 80 % |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        judge(days, LocalDate.of(2011, 6, 1), "June and July (the weights were chosen here)");
        judge(days, LocalDate.of(2011, 8, 1), "August and September");
    }

    private static void judge(Map<String, TreeSet<LocalDate>> days, LocalDate cut, String what) {
        var end = cut.plusMonths(2);
        var known = new ArrayList<List<Double>>();
        var cases = new ArrayList<Case>();
        var silent = new ArrayList<Case>();
        for (var all : days.values()) {
            var before = List.copyOf(all.headSet(cut));
            var pauses = new ArrayList<Double>();
            for (int i = 1; i < before.size(); i++) {
                pauses.add((double) ChronoUnit.DAYS.between(before.get(i - 1), before.get(i)));
            }
            if (!pauses.isEmpty()) {
                known.add(pauses);
            }
            var next = all.ceiling(cut);
            if (before.size() >= ENOUGH && next != null && next.isBefore(end)) {
                cases.add(new Case(pauses, ChronoUnit.DAYS.between(before.getLast(), cut), ChronoUnit.DAYS.between(cut, next)));
            } else if (before.size() >= ENOUGH) {
                silent.add(new Case(pauses, ChronoUnit.DAYS.between(before.getLast(), cut), ChronoUnit.DAYS.between(cut, end)));
            }
        }
        var usually = Rhythm.learn(known, Rhythm.Usually.UNKNOWN);
        line(cases, what, "Rhythm", each -> Rhythm.next(each.pauses(), each.elapsed(), usually).expected(), usually);
        // whoever has not ordered by the last day is out of a range that is over, and may yet be in one that is not
        var out = silent.stream().filter(each -> Math.round(Rhythm.next(each.pauses(), each.elapsed(), usually).until()) < each.next()).count();
        var in = cases.stream().filter(each -> isWithin(each, usually)).count();
        System.err.printf("%s: of all %d, %d within their range, %d outside, of these %d who did not come; %d not known yet: %.0f to %.0f %% within%n", what,
                cases.size() + silent.size(), in, cases.size() - in + out, out, silent.size() - out, 100.0 * in / (cases.size() + silent.size()),
                100.0 * (in + silent.size() - out) / (cases.size() + silent.size()));
        line(cases, what, "baseline: the customer's mean pause", Case::mean, null);
        line(cases, what, "the same, no sooner than the first day judged", each -> Math.max(0, each.mean()), null);
        line(cases, what, "baseline: the shop's median pause", each -> usually.median() - each.elapsed(), null);
        line(cases, what, "the same, no sooner than the first day judged", each -> Math.max(0, usually.median() - each.elapsed()), null);
        System.err.printf("%s: %d more with %d orders did not order in the two months: nobody's forecast of them is judged; shop's median %.0f, spread %.2f%n", what, silent.size(),
                ENOUGH, usually.median(), usually.spread());
    }

    private static boolean isWithin(Case each, Rhythm.Usually usually) {
        var next = Rhythm.next(each.pauses(), each.elapsed(), usually);
        return Math.round(next.from()) <= each.next() && each.next() <= Math.round(next.until());
    }

    private static void line(List<Case> cases, String what, String name, ToDoubleFunction<Case> forecast, Rhythm.Usually ranged) {
        var errors = cases.stream().map(each -> Math.abs(forecast.applyAsDouble(each) - each.next())).toList();
        var within = "";
        if (ranged != null) {
            within = "%.0f %%".formatted(100.0 * cases.stream().filter(each -> isWithin(each, ranged)).count() / cases.size());
        }
        System.out.printf("| %s | %s | %d | %.1f | %.1f | %s |%n", what, name, cases.size(), Rhythm.median(errors),
                errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow(), within);
    }
}
