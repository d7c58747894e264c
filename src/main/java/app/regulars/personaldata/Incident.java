package app.regulars.personaldata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A breach of confidentiality, as the register keeps it.
 *
 * @param risk      "low" or "serious": with a serious one authority and persons have to be told
 * @param keptUntil five years after the last word on it
 */
public record Incident(UUID id, int version, String number, String title, String description, String data, String measures, String risk, int persons, LocalDate happenedOn,
                       LocalDate noticedOn, LocalDate authorityToldOn, LocalDate personsToldOn, LocalDate closedOn, Instant changedAt, LocalDate keptUntil) {

    /** Whether somebody still has to be told. */
    public boolean isUntold() {
        return "serious".equals(risk) && (authorityToldOn == null || personsToldOn == null && persons > 0);
    }
}
