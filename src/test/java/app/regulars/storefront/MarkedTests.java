package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedTests {

    @Test
    void tellsFoundWordsFromTheOthers() {
        assertThat(Marked.parts("The \u0001pour\u0002-over \u0001cone\u0002")).containsExactly(new Marked.Part("The ", false), new Marked.Part("pour", true),
                new Marked.Part("-over ", false), new Marked.Part("cone", true));
    }

    @Test
    void leavesNoMarkBehindThatIsNeverClosed() {
        assertThat(Marked.parts("A \u0001b")).containsExactly(new Marked.Part("A b", false));
        assertThat(Marked.parts("")).isEmpty();
    }
}
