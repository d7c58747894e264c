package app.regulars.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The gateways that are set up. New payments go to the first; earlier ones keep theirs. */
@Component
class Gateways {

    private final List<PaymentGateway> all;
    private final Map<String, PaymentGateway> byCode;

    Gateways(ObjectProvider<PaymentGateway> gateways) {
        this.all = gateways.orderedStream().toList();
        this.byCode = all.stream().collect(Collectors.toMap(PaymentGateway::code, Function.identity()));
    }

    Optional<PaymentGateway> current() {
        return all.stream().findFirst();
    }

    Optional<PaymentGateway> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
