package app.regulars.contracting;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: what was agreed with them, or with the company they act for; without what staff wrote about it. */
@Service
@Transactional(readOnly = true)
public class MyContracts {

    private final ContractRepository contracts;
    private final ContractPapers papers;
    private final Shop shop;
    private final Clock clock;

    MyContracts(ContractRepository contracts, ContractPapers papers, Shop shop, Clock clock) {
        this.contracts = contracts;
        this.papers = papers;
        this.shop = shop;
        this.clock = clock;
    }

    /** The latest first. */
    public List<ContractFile> list(CustomerId me) {
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        return contracts.findTop100ByCustomerIdOrderByBeginsOnDesc(me).stream().map(each -> each.file(today, papers.of(each.id()), false)).toList();
    }

    /** Whether there is anything to show. */
    boolean has(CustomerId me, ContractNumber number) {
        return contracts.findByNumberAndCustomerId(number.value(), me).isPresent();
    }
}
