package app.regulars.selfservice;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One attempt at a flow, as long as the session of its browser remembers it. What is counted of it is its {@link Cell}.
 *
 * @param furthest the furthest step that was reached
 * @param steps    how many pages were shown and things done
 * @param last     when the newest of them was
 */
record Walk(Cell cell, Instant last) implements Serializable {

    private static final int MOST_STEPS = 50;

    /** All that is kept: so many walks of a day are like this one. */
    record Cell(LocalDate begunOn, Flow flow, int furthest, int steps, boolean finished, boolean asked) implements Serializable {

        Cell at(int step) {
            return new Cell(begunOn, flow, Math.max(furthest, step), Math.min(MOST_STEPS, steps + 1), finished || step == flow.last(), asked);
        }

        Cell askedFor() {
            return new Cell(begunOn, flow, furthest, steps, finished, true);
        }
    }

    static Walk begun(LocalDate day, Flow flow, int step, Instant at) {
        return new Walk(new Cell(day, flow, step, 1, step == flow.last(), false), at);
    }

    Walk at(int step, Instant at) {
        return new Walk(cell.at(step), at);
    }

    Walk askedFor() {
        return new Walk(cell.askedFor(), last);
    }
}
