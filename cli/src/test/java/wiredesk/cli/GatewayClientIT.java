package wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.cli.NodeProject.Ran;
import wiredesk.standalone.EmbeddedDesk;

/** The gateway is what its document says, to a client that another language's tools made of the document. */
final class GatewayClientIT {

    private static final NodeProject CLIENT = NodeProject.of("gateway");

    @BeforeAll
    static void install() throws Exception {
        ContainersIT.skipUnless(
                CLIENT.canRun(),
                "WIREDESK_NODE",
                "There is no Node (node and npm on the PATH): no client was generated from the gateway's document.");
        CLIENT.install();
    }

    @Test
    void aGeneratedClientIsAnsweredAsTheDocumentSaysByEveryOperation(@TempDir Path data) throws Exception {
        try (EmbeddedDesk desk = new EmbeddedDesk(data)) {
            Ran build = CLIENT.run(
                    NodeProject.RUNS_WITHIN_SECONDS,
                    Map.of("WIREDESK_OPENAPI", desk.gatewayUrl() + "/openapi.json"),
                    "npm",
                    "run",
                    "build");
            assertThat(build.status()).as(build.out() + build.err()).isZero();
            Ran check =
                    CLIENT.run(NodeProject.RUNS_WITHIN_SECONDS, Map.of(), "node", "build/check.js", desk.gatewayUrl());
            assertThat(check.status()).as(check.out() + check.err()).isZero();
            assertThat(check.out().lines()).hasSize(10);
        }
    }
}
