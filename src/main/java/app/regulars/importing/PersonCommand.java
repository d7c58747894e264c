package app.regulars.importing;

import app.regulars.personaldata.ArchiveReading;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code import person <archive.zip>}: the archive that somebody took along from another shop of this kind. */
@Component
class PersonCommand {

    private final ArchiveReading reading;

    PersonCommand(ArchiveReading reading) {
        this.reading = reading;
    }

    /** @return 0 when all was taken, 1 when some rows were not, 2 when nothing could be begun */
    int run(List<String> words, PrintStream out) {
        if (words.size() != 2 || !Files.isReadable(Path.of(words.getLast()))) {
            out.println("usage: import person <archive.zip>");
            return 2;
        }
        var result = reading.read(Path.of(words.getLast()));
        result.taken().forEach((table, count) -> out.println(table + ": " + count));
        result.left().forEach((table, count) -> out.println(table + ": " + count + " left, because they are there already or hang on another's record"));
        return result.left().isEmpty() ? 0 : 1;
    }
}
