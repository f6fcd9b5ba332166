package wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final Health health = new Health();

    @Test
    void aServiceIsLiveUntilItFailsAndThenForGood() {
        assertThat(health.isLive()).isTrue();

        health.failed();

        assertThat(health.isLive()).isFalse();
        assertThat(health.isReady()).isFalse();
        assertThat(health.conditions()).containsEntry("live", false);
    }

    @Test
    void aServiceIsReadyWhenEveryConditionHoldsAtThisMoment() {
        // Given
        AtomicBoolean registry = new AtomicBoolean();
        health.readyWhen("streams", () -> true);
        health.readyWhen("registry", registry::get);
        assertThat(health.isReady()).isFalse();

        // When
        registry.set(true);
        assertThat(health.isReady()).isTrue();
        registry.set(false);

        // Then
        assertThat(health.isReady()).isFalse();
        assertThat(health.isLive()).isTrue();
    }

    @Test
    void eachConditionIsToldByItsNameInOrder() {
        health.readyWhen("streams", () -> false);
        health.readyWhen("registry", () -> true);

        assertThat(health.conditions())
                .containsExactly(Map.entry("live", true), Map.entry("registry", true), Map.entry("streams", false));
    }

    @Test
    void aConditionThatCannotBeLookedAtDoesNotHold() {
        health.readyWhen("registry", () -> {
            throw new IllegalStateException("cannot say");
        });

        assertThat(health.isReady()).isFalse();
        assertThat(health.conditions()).containsEntry("registry", false);
    }
}
