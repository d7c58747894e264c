package app.regulars.quality;

import java.util.List;

/** A record with something wrong. @param name the company's, or the person's */
public record PoorRecord(String number, String name, List<Fault> faults, int points) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return number;
    }
}
