package app.regulars.inquiry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** For the staff's door alone. */
interface NoteRepository extends Repository<Note, UUID> {

    Note save(Note note);

    boolean existsByRequestKey(String requestKey);

    List<Note> findByInquiryIdInOrderByWrittenAtAscIdAsc(Collection<InquiryId> inquiries);
}
