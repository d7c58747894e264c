package app.regulars.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShipmentTests {

    private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void hearsThatItHasArrivedHoweverMuchWasSaidBefore() {
        var shipment = new Shipment(UUID.randomUUID(), 1, "standard", null, List.of(new ShipmentPart(0, 1)), BEGIN);
        shipment.dispatch("Canada Post", List.of("T1"), null, BEGIN);
        for (int i = 0; i < 300; i++) {
            shipment.track("underway", "Moncton", BEGIN.plusSeconds(60L * i));
        }
        assertThat(shipment.track("underway", "Truro", BEGIN.plusSeconds(90_000))).isFalse();
        assertThat(shipment.track("delivered", "Halifax", BEGIN.plusSeconds(90_000))).isTrue();
        assertThat(shipment.track("delivered", "Halifax", BEGIN.plusSeconds(90_000))).isFalse();
        assertThat(shipment.track("delivered", "Halifax", BEGIN.plusSeconds(90_060))).isFalse();
        assertThat(shipment.parcel().events()).hasSize(201).first().extracting(Parcel.Event::code).isEqualTo("delivered");
    }
}
