package wiredesk.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String VALID = "00-" + ID + "-00f067aa0ba902b7-01";

    private final Headers headers = new RecordHeaders();

    @Test
    void theSendersTraceIsContinued() {
        assertThat(Trace.continued(VALID)).isEqualTo(VALID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nx: y",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void oneThatIsNotValidIsReplacedByANewOne(String given) {
        String made = Trace.continued(given);

        assertThat(made).isNotEqualTo(given).isNotEqualTo(Trace.continued(given));
        assertThat(Trace.continued(made)).as("a trace that we made is valid").isEqualTo(made);
    }

    @Test
    void aRecordCarriesOneTrace() {
        Trace.put(headers, "00-11111111111111111111111111111111-1111111111111111-01");

        Trace.put(headers, VALID);

        assertThat(headers.headers("traceparent")).hasSize(1);
        assertThat(headers.lastHeader("traceparent").value()).asString(US_ASCII).isEqualTo(VALID);
        assertThat(Trace.id(headers)).isEqualTo(ID);
    }

    @Test
    void aRecordWithoutAValidTraceHasNoId() {
        assertThat(Trace.id(headers)).isEmpty();

        headers.add("traceparent", null);
        assertThat(Trace.id(headers)).isEmpty();

        headers.add("traceparent", "00-short".getBytes(US_ASCII));
        assertThat(Trace.id(headers)).isEmpty();
    }
}
