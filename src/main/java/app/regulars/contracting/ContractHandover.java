package app.regulars.contracting;

import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the contracts of a member of staff who leaves to somebody else; those that ended go along without being counted. */
@Component
@Transactional
class ContractHandover implements StaffHandover {

    private final ContractRepository contracts;
    private final Shop shop;
    private final Clock clock;

    ContractHandover(ContractRepository contracts, Shop shop, Clock clock) {
        this.contracts = contracts;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public String matters() {
        return "contracting.handover";
    }

    @Override
    @Transactional(readOnly = true)
    public long count(StaffId of) {
        return living(contracts.findByOwnerId(of));
    }

    @Override
    public long handOver(StaffId from, StaffId to, StaffId by, Instant at) {
        var theirs = contracts.findByOwnerId(from);
        theirs.forEach(contract -> {
            contract.give(to, by, at);
            contracts.save(contract);
        });
        return living(theirs);
    }

    private long living(List<Contract> theirs) {
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        return theirs.stream().filter(contract -> contract.file(today, List.of(), true).state() != ContractState.ENDED).count();
    }
}
