package app.regulars.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionTests {

    private static final Map<String, String> ROW = Map.of("StockCode", " 85123a ", "Description", "WHITE  HANGING HEART", "CustomerID", "",
            "InvoiceNo", "C536379", "InvoiceDate", "2011-07-01 12:30:00", "Name", "Crème brûlée n° 5");

    @Test
    void appliesFunctionsFromLeftToRight() {
        assertThat(of("${StockCode|trim|upper}")).isEqualTo("85123A");
        assertThat(of("${Description|sentence}")).isEqualTo("White hanging heart");
        assertThat(of("${Name|slug}")).isEqualTo("creme-brulee-n-5");
        assertThat(of("customer-${CustomerID|default:none}@import.invalid")).isEqualTo("customer-none@import.invalid");
    }

    @Test
    void decidesByPattern() {
        assertThat(of("${InvoiceNo|matches:^C}")).isEqualTo("true");
        assertThat(of("${StockCode|trim|matches:^[0-9]{5}[A-Za-z]*$|when:goods:other}")).isEqualTo("goods");
        assertThat(of("${StockCode|trim|matches:^(POST|DOT)$|not}")).isEqualTo("true");
    }

    @Test
    void readsLocalTimeInItsZone() {
        assertThat(of("${InvoiceDate|date:yyyy-MM-dd HH:mm:ss@Europe/London}")).isEqualTo("2011-07-01T11:30:00Z");
    }

    @Test
    void takesAMissingColumnAsEmptyAndRefusesAnUnknownFunction() {
        assertThat(of("${Nothing}")).isEmpty();
        assertThatThrownBy(() -> Expression.parse("${A|frobnicate}")).hasMessageContaining("frobnicate");
    }

    private static String of(String expression) {
        return Expression.parse(expression).of(ROW);
    }
}
