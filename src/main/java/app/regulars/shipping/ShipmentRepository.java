package app.regulars.shipping;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ShipmentRepository extends Repository<Shipment, UUID> {

    Shipment save(Shipment shipment);

    void delete(Shipment shipment);

    Optional<Shipment> findById(UUID id);

    List<Shipment> findByReferenceOrderByNumber(UUID reference);

    /** Who changes a shipment waits for whoever does so already, and reads what came of it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shipment s where s.reference = :reference order by s.number")
    List<Shipment> lock(UUID reference);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shipment s where s.id = :id")
    Optional<Shipment> lockOne(UUID id);

    /** Numbers of carriers come again after years: the latest. */
    @Query("select s.id from Shipment s join s.boxes b where b.trackingNumber = :number order by s.requestedAt desc limit 1")
    Optional<UUID> findByTrackingNumber(String number);
}
