package app.regulars.returning;

import app.regulars.platform.i18n.Localized;
import java.util.UUID;

/** @param complaint whether something is wrong with the goods; those reasons are offered for complaints only, the others for returns */
public record ReturnReason(UUID id, int position, Localized name, boolean complaint, boolean active) {
}
