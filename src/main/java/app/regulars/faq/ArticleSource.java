package app.regulars.faq;

import java.util.Optional;

/** Where answers stand that could become articles, such as the forum; implemented by the module that keeps them, each for what the asker may see. */
public interface ArticleSource {

    /** A stable code of at most 20 letters, such as "topic". */
    String kind();

    /** What stands there; empty where there is nothing, or nothing that whoever is signed in may see. */
    Optional<SourceWords> words(String ref);

    /** Who is thanked, for everybody to read; empty where the record is gone. */
    Optional<Credit> credit(String ref);

    /**
     * @param name    as everybody may read it, or null
     * @param address where everybody can read the source, or null
     * @param desk    where staff can
     */
    record Credit(String name, String address, String desk) {
    }
}
