package app.regulars.importing;

/** Why a row cannot be taken, for the error file. */
final class RowProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String column;

    RowProblem(long line, String column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    long line() {
        return line;
    }

    String column() {
        return column;
    }
}
