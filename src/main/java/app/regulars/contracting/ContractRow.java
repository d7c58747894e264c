package app.regulars.contracting;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.LocalDate;

/**
 * A line in lists.
 *
 * @param endsOn   null without end
 * @param decideOn the last day to give notice or to renew, null without end
 */
public record ContractRow(ContractNumber number, CustomerId customer, String title, ContractState state, LocalDate beginsOn, LocalDate endsOn, LocalDate decideOn, StaffId owner) {
}
