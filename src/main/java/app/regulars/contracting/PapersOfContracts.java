package app.regulars.contracting;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads files of contracts: for staff, whom the caller has asked for the permission, all; for a customer those of her own that are shared with her. */
@Service
@Transactional(readOnly = true)
public class PapersOfContracts {

    private final ContractPapers papers;
    private final MyContracts mine;

    PapersOfContracts(ContractPapers papers, MyContracts mine) {
        this.papers = papers;
        this.mine = mine;
    }

    public record Paper(String name, String contentType, byte[] body) {

        @Override
        public String toString() {
            return "a paper";
        }
    }

    /** @throws NotFound if there is none */
    public Paper forStaff(UUID id) {
        return paper(papers.find(id).orElseThrow(NotFound::new));
    }

    /** @throws NotFound if there is none, it is somebody else's, or not shared */
    public Paper of(CustomerId me, UUID id) {
        return paper(papers.find(id).filter(each -> each.shared() && mine.has(me, each.number())).orElseThrow(NotFound::new));
    }

    private static Paper paper(ContractPapers.Stored stored) {
        return new Paper(stored.name(), stored.contentType(), stored.body());
    }
}
