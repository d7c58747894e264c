package app.regulars.importing;

import app.regulars.personaldata.WholeCopy;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code import everything <copy.zip>} and {@code import copy-to <copy.zip>}: the owner's copy of the whole shop, out and in. */
@Component
class WholeCommand {

    static final String IN = "everything";
    static final String OUT = "copy-to";

    private final WholeCopy copy;
    private final Path data;

    WholeCommand(WholeCopy copy, @Value("${regulars.data}") Path data) {
        this.copy = copy;
        this.data = data;
    }

    /** @return 0 when it was done, 2 when nothing could be begun */
    int run(List<String> words, PrintStream out) {
        if (words.size() != 2) {
            out.println("usage: import everything <copy.zip> | import copy-to <copy.zip>");
            return 2;
        }
        var file = Path.of(words.getLast());
        if (words.getFirst().equals(IN)) {
            if (!Files.isReadable(file)) {
                out.println("There is no readable file " + file + ".");
                return 2;
            }
            copy.restore(file).forEach((table, count) -> out.println(table + ": " + count));
            return 0;
        }
        if (Files.exists(file)) {
            out.println("There is a file " + file + " already.");
            return 2;
        }
        if (file.toAbsolutePath().normalize().startsWith(data.toAbsolutePath().normalize())) {
            out.println("The copy cannot stand in the folder that it is a copy of: " + data);
            return 2;
        }
        return write(file, out);
    }

    /** What was begun and not finished does not stay behind, as if it were a copy. */
    private int write(Path file, PrintStream out) {
        var whole = false;
        try (var target = Files.newOutputStream(file)) {
            copy.write(target).forEach((table, count) -> out.println(table + ": " + count));
            whole = true;
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) {
                file.toFile().delete();
            }
        }
    }
}
