package app.regulars.incentive;

import app.regulars.platform.identity.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to their welcome vouchers, and what is offered to those who are none yet. */
@Service
@Transactional(readOnly = true)
public class MyVouchers {

    private final Rules rules;
    private final VoucherBook book;
    private final Clock clock;

    MyVouchers(Rules rules, VoucherBook book, Clock clock) {
        this.rules = rules;
        this.book = book;
        this.clock = clock;
    }

    /** What is offered now to those who register. */
    public Optional<Incentive> offered() {
        return Optional.of(rules.at(clock.instant())).filter(Incentive::on);
    }

    public List<Voucher> list(CustomerId me) {
        return book.of(me);
    }
}
