package app.regulars.importing;

import app.regulars.personaldata.WholeCopy;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code import everything <copy.zip>} and {@code import copy-to <copy.zip>}: the owner's copy of the whole shop, out and in. */
@Component
class WholeCommand {

    static final String IN = "everything";
    static final String OUT = "copy-to";

    private final WholeCopy copy;

    WholeCommand(WholeCopy copy) {
        this.copy = copy;
    }

    /** @return 0 when it was done, 2 when nothing could be begun */
    int run(List<String> words, PrintStream out) {
        if (words.size() != 2) {
            out.println("usage: import everything <copy.zip> | import copy-to <copy.zip>");
            return 2;
        }
        var file = Path.of(words.getLast());
        if (words.getFirst().equals(IN)) {
            copy.restore(file).forEach((table, count) -> out.println(table + ": " + count));
            return 0;
        }
        if (Files.exists(file)) {
            out.println("There is a file " + file + " already.");
            return 2;
        }
        try (var target = Files.newOutputStream(file)) {
            copy.write(target).forEach((table, count) -> out.println(table + ": " + count));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
