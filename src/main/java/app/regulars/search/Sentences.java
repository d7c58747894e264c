package app.regulars.search;

import org.springframework.stereotype.Service;

/** The plain entrance for other modules that compare texts by what they mean. Nothing leaves the machine. */
@Service
public class Sentences {

    private final Meaning meaning;

    Sentences(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The sentence as a vector of length one, of at most 400 letters; null as long as the model sleeps, or where it does not run. */
    public float[] of(String sentence) {
        return sentence == null || sentence.isBlank() ? null : meaning.of(sentence);
    }

    /** Waits until the model is there, for programs that judge it; where it is switched off nothing happens. */
    public void await() {
        meaning.await();
    }
}
