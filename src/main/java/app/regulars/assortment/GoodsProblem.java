package app.regulars.assortment;

import app.regulars.platform.Refused;

/** Something in a file that cannot be taken. @param line counted from 1, the header being the first @param column as the file calls it; empty for the row as a whole */
public record GoodsProblem(long line, String column, Refused why) {
}
