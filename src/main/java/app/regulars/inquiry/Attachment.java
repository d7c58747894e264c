package app.regulars.inquiry;

import java.util.UUID;

/** A file that came with what was said. @param size in bytes, nothing once it was forgotten */
public record Attachment(UUID id, String name, String contentType, int size) {

    /** For pages: at least one. */
    public long kilobytes() {
        return Math.max(1, size / 1_024);
    }

    public boolean picture() {
        return contentType.startsWith("image/");
    }

    @Override
    public String toString() {
        return "attachment " + id;
    }
}
