package app.regulars.shipping;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ShipmentRepository extends Repository<Shipment, UUID> {

    Shipment save(Shipment shipment);

    void delete(Shipment shipment);

    Optional<Shipment> findById(UUID id);

    List<Shipment> findByReferenceOrderByNumber(UUID reference);

    /** Numbers of carriers come again after years: the latest. */
    @Query("select s from Shipment s join s.boxes b where b.trackingNumber = :number order by s.requestedAt desc limit 2")
    List<Shipment> findByTrackingNumber(String number);
}
