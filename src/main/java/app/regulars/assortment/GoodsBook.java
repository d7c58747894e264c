package app.regulars.assortment;

import app.regulars.platform.Refused;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The file of goods as a workbook (XLSX): numbers are numbers and texts are texts, so nothing can be taken for a formula or a date. */
final class GoodsBook implements Closeable {

    private static final int MOST_UNPACKED_MB = 200;
    private static final int MOST_COLUMNS = 500;
    private static final String WHOLE_OR_NOT = "\\d{1,9}(\\.\\d{1,6})?";
    private static final int MB = 1024 * 1024;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    GoodsBook(OutputStream out) {
        book = new Workbook(out, "Regulars", "1.0");
        sheet = book.newWorksheet("Goods");
        sheet.freezePane(1, 1);
        var columns = GoodsColumn.values();
        for (int column = 0; column < columns.length; column++) {
            sheet.value(0, column, columns[column].header());
        }
        sheet.range(0, 0, 0, columns.length - 1).style().bold().set();
    }

    void add(Map<GoodsColumn, String> cells) {
        row++;
        for (var column : GoodsColumn.values()) {
            var cell = cells.getOrDefault(column, "");
            if (cell == null || cell.isEmpty()) {
                continue;
            }
            if (column.isNumber() && cell.matches(WHOLE_OR_NOT)) {
                sheet.value(row, column.ordinal(), new BigDecimal(cell));
            } else {
                sheet.value(row, column.ordinal(), cell);
            }
        }
    }

    /** Sends on what was added. */
    void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }

    /** Whether it looks like one: workbooks are packed folders. */
    static boolean is(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
    }

    /** @throws Refused for what cannot be read, or is much larger than it looks */
    static void read(byte[] content, Consumer<GoodsFile.Row> taking) {
        try {
            checkSize(content);
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(content)); var rows = book.getFirstSheet().openStream()) {
                var columns = new ArrayList<GoodsColumn>();
                for (var each : (Iterable<Row>) rows::iterator) {
                    if (columns.isEmpty()) {
                        header(each, columns);
                    }
                    taking.accept(new GoodsFile.Row(each.getRowNum(), texts(each, columns)));
                }
            }
        } catch (IOException | ExcelReaderException broken) {
            throw new Refused("assortment.file.workbook");
        }
    }

    private static void header(Row row, List<GoodsColumn> columns) {
        int last = Math.min(MOST_COLUMNS, row.getCellCount());
        IntStream.range(0, last).forEach(column -> columns.add(GoodsColumn.named(text(row, column, null)).orElse(null)));
    }

    /** What stands beyond the named columns is left out where it is empty, and told where it is not. */
    private static List<String> texts(Row row, List<GoodsColumn> columns) {
        int wanted = columns.size();
        int there = Math.min(MOST_COLUMNS, row.getCellCount());
        while (there > wanted && text(row, there - 1, null).isBlank()) {
            there--;
        }
        return IntStream.range(0, Math.max(wanted, there)).mapToObj(column -> text(row, column, column < columns.size() ? columns.get(column) : null)).toList();
    }

    private static String text(Row row, int column, GoodsColumn of) {
        return row.getOptionalCell(column).map(cell -> text(cell, of)).orElse("");
    }

    private static String text(Cell cell, GoodsColumn of) {
        if (cell.getType() == CellType.NUMBER) {
            return of != null && of.isMoment() ? cell.asDate().withSecond(0).withNano(0).toString() : cell.asNumber().toPlainString();
        }
        return cell.getType() == CellType.ERROR ? "" : cell.getText();
    }

    /** A small file may unpack to more than the machine has. */
    private static void checkSize(byte[] content) throws IOException {
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        // by its table of contents, as it is read afterwards
        try (var packed = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
            for (var entry : Collections.list(packed.getEntries())) {
                try (var part = packed.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > (long) MOST_UNPACKED_MB * MB) {
                            throw new Refused("assortment.file.unpacked", Map.of("most", MOST_UNPACKED_MB));
                        }
                    }
                }
            }
        }
    }
}
