package app.regulars.inquiry;

/** What became of something that a member of staff did with an inquiry. */
public sealed interface Deed {

    /** Done. */
    record Done(int version) implements Deed {
    }

    /** Not done: somebody wrote or changed something since this version was read. Look at it, then do it again. */
    record ChangedMeanwhile(InquiryFile now) implements Deed {
    }
}
