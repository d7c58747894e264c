package app.regulars.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EmailChangeRepository extends Repository<EmailChange, UUID> {

    EmailChange save(EmailChange change);

    @Query("select c from EmailChange c where c.oldHash = :hash or c.newHash = :hash or c.undoHash = :hash")
    Optional<EmailChange> findByToken(String hash);

    List<EmailChange> findByAccountIdAndDoneAtIsNullAndEndedAtIsNull(UUID account);
}
