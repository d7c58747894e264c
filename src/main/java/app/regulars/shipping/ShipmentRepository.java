package app.regulars.shipping;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ShipmentRepository extends Repository<Shipment, UUID> {

    Shipment save(Shipment shipment);

    Optional<Shipment> findByReference(UUID reference);
}
