package app.regulars.media;

import app.regulars.platform.Refused;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.springframework.stereotype.Service;

/**
 * The plain entrance for modules that keep documents of their own: a PDF is opened and stays as it is, for it may be signed, but one that could
 * do something by itself is not taken; a picture is made anew. Nothing is stored.
 */
@Service
public class CleanPapers {

    private static final int MOST_PAGES = 500;
    private static final int MOST_OBJECTS = 200_000;
    private static final Set<COSName> ACTIVE = Set.of(COSName.getPDFName("JS"), COSName.getPDFName("JavaScript"), COSName.getPDFName("EmbeddedFiles"), COSName.getPDFName("RichMedia"),
            COSName.getPDFName("XFA"));
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE");

    private final CleanPictures pictures;

    CleanPapers(CleanPictures pictures) {
        this.pictures = pictures;
    }

    /** @throws Refused in a sentence for what is too large, neither picture nor PDF, broken, locked, or could act by itself */
    public CleanPaper clean(byte[] content) {
        if (content.length > CleanPictures.LARGEST) {
            throw new Refused("media.refused.size", Map.of("most", CleanPictures.LARGEST_MB));
        }
        if (!"pdf".equals(MediaDesk.kind(content))) {
            var picture = pictures.clean(content);
            return new CleanPaper(picture.contentType(), picture.large());
        }
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new Refused("media.refused.active");
            }
            if (document.getNumberOfPages() < 1 || document.getNumberOfPages() > MOST_PAGES || acts(document.getDocument())) {
                throw new Refused("media.refused.active");
            }
            return new CleanPaper("application/pdf", content);
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Refused refused ? refused : new Refused("media.refused.broken");
        }
    }

    private static boolean acts(COSDocument document) {
        var keys = document.getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            return true;
        }
        return keys.stream().map(key -> document.getObjectFromPool(key).getObject()).anyMatch(each -> each instanceof COSDictionary dictionary && acts(dictionary, 0));
    }

    /** Objects that stand in others are looked at where they stand; what they point to has its own turn. */
    private static boolean acts(COSDictionary dictionary, int depth) {
        if (ACTIVE.stream().anyMatch(dictionary::containsKey)) {
            return true;
        }
        var kind = dictionary.getNameAsString(COSName.S);
        if (kind != null && ACTIONS.contains(kind)) {
            return true;
        }
        return depth < 8 && dictionary.getValues().stream().anyMatch(each -> each instanceof COSDictionary inner && acts(inner, depth + 1));
    }
}
