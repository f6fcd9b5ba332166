package wiredesk.publish.routing;

import java.util.Set;

/**
 * One channel: which articles it is owed. A condition that is empty does not restrict.
 *
 * @param title its name for people
 * @param tags tag codes, of which an article must have one
 * @param minimumScore 0 to 1, the least score at which one of those tags counts
 * @param languages language subtags, of which the article's must be one
 * @param sources submitting systems, of which the article's must be one
 * @param notNews whether it also gets what is no news
 */
public record ChannelQuery(
        String name,
        String title,
        Set<String> tags,
        double minimumScore,
        Set<String> languages,
        Set<String> sources,
        boolean notNews) {

    boolean matches(Incoming article) {
        return (article.news() || notNews)
                && (languages.isEmpty() || languages.contains(article.language()))
                && (sources.isEmpty() || sources.contains(article.source()))
                && (tags.isEmpty() || tags.stream().anyMatch(tag -> earned(article, tag)));
    }

    private boolean earned(Incoming article, String tag) {
        Double score = article.tags().get(tag);
        return score != null && score >= minimumScore;
    }
}
