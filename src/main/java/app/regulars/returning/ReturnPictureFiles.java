package app.regulars.returning;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads pictures of returns for whoever asks; the caller asks first who may see that return. */
@Service
public class ReturnPictureFiles {

    private final ReturnPictures pictures;

    ReturnPictureFiles(ReturnPictures pictures) {
        this.pictures = pictures;
    }

    /** @param number of the return it belongs to */
    public record Picture(ReturnNumber number, String contentType, byte[] body) {

        @Override
        public String toString() {
            return "picture of " + number;
        }
    }

    @Transactional(readOnly = true)
    public Optional<Picture> picture(UUID id, boolean small) {
        return pictures.find(id, small).map(stored -> new Picture(stored.number(), stored.contentType(), stored.body()));
    }
}
