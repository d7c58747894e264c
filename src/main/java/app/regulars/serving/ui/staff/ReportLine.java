package app.regulars.serving.ui.staff;

import java.util.List;

/** A line of the report, with an address for each of its figures. */
public record ReportLine(String name, List<Figure> figures, Long firstMinutes, Long solutionMinutes, Double reopenRate, Double stars, long before) {

    /** The address behind a figure by its code, such as "answered". */
    public String behind(String code) {
        return figures.stream().filter(figure -> figure.code().equals(code)).findFirst().orElseThrow().address();
    }


    public record Figure(String code, long count, String address) {
    }
}
