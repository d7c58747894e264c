package app.regulars.media;

import app.regulars.platform.Refused;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The plain entrance for modules that keep pictures of their own, which nobody else may see: the same checks as the library's, and nothing is stored. */
@Service
public class CleanPictures {

    /** Bytes of a file. */
    public static final int LARGEST = 10 * 1024 * 1024;
    public static final int LARGEST_MB = 10;

    private final Pictures pictures;

    CleanPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    /** @throws Refused in a sentence for what is too large, no picture, broken, or of too many pixels */
    public CleanPicture clean(byte[] content) {
        if (content.length > LARGEST) {
            throw new Refused("media.refused.size", Map.of("most", LARGEST_MB));
        }
        var kind = MediaDesk.kind(content);
        if ("pdf".equals(kind)) {
            throw new Refused("media.refused.kind");
        }
        var made = pictures.make(content, kind);
        return new CleanPicture(made.contentType(), made.files().get(Pictures.LARGE), made.files().get(Pictures.SMALL));
    }
}
