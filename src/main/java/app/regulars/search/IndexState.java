package app.regulars.search;

import java.time.Instant;

/**
 * How the index stands to the table it is made from.
 *
 * @param inTable   documents of the table
 * @param inIndex   documents of the index
 * @param missing   in the table only
 * @param old       another version in the index than in the table
 * @param surplus   in the index only
 * @param comparedAt when the two were compared, or null when they never were since the start
 * @param done      documents written by the present or the last rebuilding
 * @param all       documents it had or has to write, 0 when there was none since the start
 * @param running   whether it is at work now
 * @param failed    whether the last one broke off
 * @param startedAt when it began, or null
 * @param endedAt   when it ended, or null
 * @param meaning   "off", "sleeping", "loading", "ready" or "failed": where the language model stands
 */
public record IndexState(long inTable, long inIndex, long missing, long old, long surplus, Instant comparedAt, long done, long all, boolean running,
                         boolean failed, Instant startedAt, Instant endedAt, String meaning) {

    public boolean isEqual() {
        return missing + old + surplus == 0;
    }

    /** Of a hundred. */
    public int percent() {
        return all == 0 ? 0 : (int) Math.min(100, done * 100 / all);
    }
}
