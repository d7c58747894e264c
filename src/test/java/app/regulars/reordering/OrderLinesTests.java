package app.regulars.reordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.reordering.OrderLines.Wrong;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderLinesTests {

    @Test
    void readsWhatPeoplePaste() {
        for (var typed : List.of("A-1 4\nB-2 1", "A-1\t4\r\nB-2", "A-1;4\n\nB-2;1\n", "\uFEFFSKU,Quantity\nA-1,4\nB-2,1", "Quantity;SKU\n4;A-1\n1;B-2", "\"A-1\",\"4\"\n\"B-2\",\"1\"",
                "A-1 4x\nB-2 1 pc", "A-1\t4.00\tnote\nB-2\t1\t",
                "A-1\u00A04\nB-2\t1\u00A0", "A-1\u202F4\u2028B-2 1\u200B", "| SKU | Qty |\n|:---|---:|\n| A-1 | 4 |\n| B-2 | 1 |", "A-1|4\nB-2|1", "SKU;Name;Qty\nA-1;Beans, dark;4\nB-2;Filters;1",
                "Name\tQté\tNuméro d’article\n\t4\tA-1\nFiltres\t1\tB-2")) {
            assertThat(OrderLines.read(typed)).as(typed).extracting(OrderLines.Line::sku).containsExactly("A-1", "B-2");
            assertThat(OrderLines.read(typed)).as(typed).extracting(OrderLines.Line::quantity).containsExactly(4, 1);
        }
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        var lines = OrderLines.read("A-1 4\n\nB-2 some\n;3\nC-3 0\nD-4 -2\nE-5 1.5\n" + "x".repeat(500));
        assertThat(lines).extracting(OrderLines.Line::at).containsExactly(1, 3, 4, 5, 6, 7, 8);
        assertThat(lines).extracting(OrderLines.Line::wrong).containsExactly(null, Wrong.NO_NUMBER, Wrong.NO_ARTICLE, Wrong.NO_NUMBER, Wrong.NO_NUMBER, Wrong.NO_NUMBER, Wrong.TOO_LONG);
        assertThat(lines.get(1).text()).isEqualTo("B-2 some");
    }

    /** A thousand is never taken for one. */
    @Test
    void asksWhereANumberCanBeReadInTwoWays() {
        assertThat(OrderLines.read("A-1\t1,000\nB-2;1.000\nC-3;1,5\nD-4\t1\u202F000\nE-5\t😀\nF-6\t１")).extracting(OrderLines.Line::wrong).containsOnly(Wrong.NO_NUMBER);
        assertThat(OrderLines.read("SKU;Name;Qty\nA-1;Beans")).extracting(OrderLines.Line::wrong).as("a row without its column").containsExactly(Wrong.NO_NUMBER);
    }

    @Test
    void readsNoMoreThanMayBeOrderedAndKeepsTheRest() {
        var typed = IntStream.rangeClosed(1, 20_000).mapToObj(i -> "A-" + i + " 1").collect(Collectors.joining("\n"));
        var lines = OrderLines.read(typed);
        assertThat(lines).hasSize(OrderLines.MOST + 1);
        assertThat(lines.getLast().wrong()).isEqualTo(Wrong.MANY);
        assertThat(lines.getLast().text()).startsWith("A-201 1\nA-202 1\n").endsWith("\nA-20000 1");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(OrderLines.read(null)).isEmpty();
        assertThat(OrderLines.read(" \n;;;\n")).isEmpty();
    }
}
