package app.regulars.inquiry;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads files of inquiries: for staff, whom the caller has asked for the permission, all; for a customer what came with messages of her own. */
@Service
@Transactional(readOnly = true)
public class InquiryFiles {

    private final FileDrawer files;
    private final InquiryRepository inquiries;
    private final WhoseInquiries whose;

    InquiryFiles(FileDrawer files, InquiryRepository inquiries, WhoseInquiries whose) {
        this.files = files;
        this.inquiries = inquiries;
        this.whose = whose;
    }

    public record File(String name, String contentType, byte[] body) {

        @Override
        public String toString() {
            return "a file";
        }
    }

    /** @throws NotFound if there is none */
    public File forStaff(UUID id) {
        return file(files.find(id).or(() -> files.ofNote(id)).orElseThrow(NotFound::new));
    }

    /** @throws NotFound if there is none, it is somebody else's, or hangs on a note */
    public File of(CustomerId me, UUID id) {
        var stored = files.find(id).orElseThrow(NotFound::new);
        inquiries.findByIdAndCustomerId(stored.inquiry().value(), me).filter(whose::sees).orElseThrow(NotFound::new);
        return file(stored);
    }

    private static File file(FileDrawer.Stored stored) {
        return new File(stored.name(), stored.contentType(), stored.body());
    }
}
