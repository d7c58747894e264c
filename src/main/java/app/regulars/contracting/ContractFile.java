package app.regulars.contracting;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A contract as its page shows it.
 *
 * @param endsOn     null without end
 * @param decideOn   the last day to give notice or to renew, null without end
 * @param remindOn   when its owner is reminded, null without end
 * @param priceList  or null
 * @param owner      for staff
 * @param history    oldest first; customers see none
 */
public record ContractFile(ContractId id, int version, ContractNumber number, CustomerId customer, String title, String terms, ContractState state, LocalDate beginsOn, LocalDate endsOn,
                           int noticeDays, int remindDays, LocalDate decideOn, LocalDate remindOn, UUID priceList, StaffId owner, List<Paper> papers, List<Moment> history) {

    /** @param shared whether the customer sees it */
    public record Paper(UUID id, String name, String contentType, int size, boolean shared, Instant addedAt) {
    }

    /** @param what named by contracting.happened.{what} @param day the day it is about, or null @param staff null for the shop itself */
    public record Moment(Instant at, String what, StaffId staff, LocalDate day, String detail) {
    }

    @Override
    public String toString() {
        return "contract " + number;
    }
}
