package app.regulars.shipping;

/** Why there is no label: the service does not answer, which passes, or it does not take what was asked, which does not. */
class LabelTrouble extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final boolean passing;

    /** @param problem for staff; nothing of the person */
    LabelTrouble(String problem, boolean passing) {
        super(problem == null ? "" : problem.length() <= LONGEST ? problem : problem.substring(0, LONGEST));
        this.passing = passing;
    }

    boolean isPassing() {
        return passing;
    }
}
