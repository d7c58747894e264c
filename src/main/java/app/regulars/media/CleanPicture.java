package app.regulars.media;

/** A picture that was made anew: nothing of what was sent is in it. */
public record CleanPicture(String contentType, byte[] large, byte[] small) {

    @Override
    public String toString() {
        return "picture of " + large.length + " bytes";
    }
}
