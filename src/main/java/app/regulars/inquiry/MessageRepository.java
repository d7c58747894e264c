package app.regulars.inquiry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, UUID> {

    Message save(Message message);

    Optional<Message> findById(UUID id);

    Optional<Message> findByRequestKey(String requestKey);

    List<Message> findByInquiryIdOrderByWrittenAtAscIdAsc(InquiryId inquiry);

    List<Message> findByInquiryIdInOrderByWrittenAtAscIdAsc(Collection<InquiryId> inquiries);
}
