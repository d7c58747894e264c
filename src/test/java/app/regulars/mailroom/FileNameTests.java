package app.regulars.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {

    /** Systems that leave dots and spaces at the end away run them all the same, and joiners are not seen. */
    @ParameterizedTest
    @ValueSource(strings = {"run.hta", "run.hta.", "run.JS. .", "run.ex\u200Be", "bill.pdf.exe\u2060", "run.cmd\u00A0"})
    void knowsWhatRunsByItself(String name) {
        assertThat(FileName.isActing(name, "application/octet-stream")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bill.pdf", "run", "js", "exe.", "notes.txt.", "…"})
    void leavesOthersAlone(String name) {
        assertThat(FileName.isActing(name, "application/octet-stream")).isFalse();
    }
}
