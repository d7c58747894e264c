package app.regulars.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.ui.Icons;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in English and French, with the same named values, and every key that is used exists. */
class TextsTests {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Pattern USED = Pattern.compile("(?:\\.t\\(|getTranslation\\(|texts\\.get\\([^\",]*,\\s*|new Refused\\(|title = )\"([a-z]+\\.[a-z0-9.-]*[a-z0-9])\"");

    @Test
    void bothLanguagesAreComplete() throws IOException {
        var english = all("en");
        var french = all("fr");
        var missing = new ArrayList<String>();
        english.stringPropertyNames().stream().filter(key -> !french.containsKey(key)).forEach(key -> missing.add(key + " in French"));
        french.stringPropertyNames().stream().filter(key -> !english.containsKey(key)).forEach(key -> missing.add(key + " in English"));
        assertThat(missing).isEmpty();
        assertThat(english).isNotEmpty();
    }

    /** The later of two would stand wherever the earlier was meant. */
    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        var twice = new ArrayList<String>();
        try (var files = Files.list(BUNDLES)) {
            for (var file : files.toList()) {
                var seen = new TreeSet<String>();
                Files.readAllLines(file).stream().filter(line -> line.matches("[a-z][^= ]*=.*")).map(line -> line.substring(0, line.indexOf('='))).filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(key + " in " + file.getFileName()));
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void bothLanguagesNameTheSameValues() throws IOException {
        var english = all("en");
        var french = all("fr");
        var different = new ArrayList<String>();
        for (var key : english.stringPropertyNames()) {
            if (french.containsKey(key) && !names(english.getProperty(key)).equals(names(french.getProperty(key)))) {
                different.add(key);
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void everyUsedKeyExists() throws IOException {
        var known = all("en");
        var missing = new TreeSet<String>();
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/main/jte")))) {
            for (var file : files.filter(path -> path.toString().matches(".*\\.(java|jte)")).toList()) {
                var keys = USED.matcher(Files.readString(file));
                while (keys.find()) {
                    if (!known.containsKey(keys.group(1))) {
                        missing.add(keys.group(1) + " in " + file.getFileName());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyIconThatIsNamedExists() throws IOException {
        var named = Pattern.compile("(?:icon = \"([a-z]+)\"|\\.icon\\(\"([a-z]+)\"\\))");
        var missing = new TreeSet<String>();
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/main/jte")))) {
            for (var file : files.filter(path -> path.toString().matches(".*\\.(java|jte)")).toList()) {
                var icons = named.matcher(Files.readString(file));
                while (icons.find()) {
                    var name = icons.group(1) == null ? icons.group(2) : icons.group(1);
                    try {
                        Icons.svg(name);
                    } catch (IllegalArgumentException unknown) {
                        missing.add(name + " in " + file.getFileName());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static TreeSet<String> names(String message) {
        return new TreeSet<>(new MessageFormat(message).getArgumentNames());
    }

    private static Properties all(String language) throws IOException {
        var texts = new Properties();
        try (var files = Files.list(BUNDLES)) {
            for (var file : files.filter(path -> path.toString().endsWith("_fr.properties") == "fr".equals(language)).toList()) {
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        }
        return texts;
    }
}
