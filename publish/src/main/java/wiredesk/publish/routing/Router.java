package wiredesk.publish.routing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides the deliveries of one version. What a channel's topic then says is what the channel's query says of the
 * article as it stands.
 */
public final class Router {

    private Router() {}

    /**
     * What is owed, in the order of the channels' names.
     *
     * @param had what each channel, existing or removed, last got of this article
     */
    public static List<Delivery> decide(Incoming article, Map<String, Delivered> had, Routes routes) {
        TreeSet<String> concerned = new TreeSet<>(had.keySet());
        concerned.addAll(routes.channels().keySet());
        concerned.retainAll(routes.open());
        return concerned.stream()
                .map(channel -> delivery(
                        article, channel, had.get(channel), routes.channels().get(channel)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Delivery> delivery(
            Incoming article, String channel, @Nullable Delivered last, @Nullable ChannelQuery query) {
        return switch (article.status()) {
            case CANCELED ->
                last == null || last.kind() == DeliveryKind.KILL
                        ? Optional.empty()
                        : Optional.of(new Delivery(channel, DeliveryKind.KILL, article.note()));
            case WITHHELD ->
                last == null || !last.kind().stands()
                        ? Optional.empty()
                        : Optional.of(new Delivery(
                                channel,
                                DeliveryKind.WITHDRAW,
                                Objects.requireNonNullElse(article.note(), "withheld by the newsroom")));
            case USABLE -> usable(article, channel, last, query != null && query.matches(article));
        };
    }

    private static Optional<Delivery> usable(
            Incoming article, String channel, @Nullable Delivered last, boolean wanted) {
        if (last == null || !last.kind().stands()) {
            boolean killed = last != null && last.kind() == DeliveryKind.KILL;
            return wanted && !killed
                    ? Optional.of(new Delivery(channel, DeliveryKind.PUBLISH, article.note()))
                    : Optional.empty();
        }
        if (!wanted) {
            return Optional.of(new Delivery(channel, DeliveryKind.WITHDRAW, "no longer what the channel asks for"));
        }
        return last.contentHash().equals(article.contentHash())
                ? Optional.empty()
                : Optional.of(new Delivery(channel, DeliveryKind.CORRECT, article.note()));
    }
}
