package app.regulars.media;

/** A document that was checked, or a picture of one that was made anew. */
public record CleanPaper(String contentType, byte[] body) {

    @Override
    public String toString() {
        return "paper of " + body.length + " bytes";
    }
}
