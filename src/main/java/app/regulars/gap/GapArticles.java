package app.regulars.gap;

import app.regulars.faq.ArticleSource;
import app.regulars.faq.SourceWords;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gaps as beginnings of articles: the question is there, the answer is not. Nobody is thanked. */
@Component
class GapArticles implements ArticleSource {

    private static final int LONGEST_TITLE = 160;

    private final GapRepository gaps;
    private final CurrentUser user;

    GapArticles(GapRepository gaps, CurrentUser user) {
        this.gaps = gaps;
        this.user = user;
    }

    @Override
    public String kind() {
        return GapDesk.SOURCE;
    }

    @Override
    public Optional<SourceWords> words(String ref) {
        return user.may(Permissions.HELP_WRITE) ? gap(ref).map(gap -> new SourceWords(GapDesk.SOURCE, ref, gap.language(),
                gap.label().substring(0, Math.min(LONGEST_TITLE, gap.label().length())), "", "", gap.product() == null ? List.of() : List.of(gap.product()))) : Optional.empty();
    }

    @Override
    public Optional<Credit> credit(String ref) {
        return gap(ref).map(gap -> new Credit(null, null, "/console/gaps?open=" + ref));
    }

    private Optional<Gap> gap(String ref) {
        try {
            return gaps.findById(UUID.fromString(ref));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
