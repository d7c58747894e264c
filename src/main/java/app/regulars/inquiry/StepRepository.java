package app.regulars.inquiry;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface StepRepository extends Repository<Step, UUID> {

    <S extends Step> List<S> saveAll(Iterable<S> steps);

    List<Step> findByInquiryIdOrderByHappenedAtAscIdAsc(InquiryId inquiry);
}
