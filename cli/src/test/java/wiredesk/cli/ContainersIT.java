package wiredesk.cli;

import static org.assertj.core.api.Assertions.fail;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import wiredesk.standalone.Desk;
import wiredesk.standalone.EndToEndContract;

/** The contract on containers: the broker's and the registry's images and our own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContainersIT extends EndToEndContract {

    private @Nullable ContainerDesk desk;

    @BeforeAll
    void start() {
        skipUnless(
                ContainerDesk.hasEngine(),
                "WIREDESK_CONTAINERS",
                "There is no container engine: the end-to-end test ran on the embedded broker and registry only.");
        desk = ContainerDesk.start();
        System.out.println("The end-to-end test runs on containers.");
    }

    @AfterAll
    void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    @Override
    protected Desk desk() {
        if (desk == null) {
            throw new IllegalStateException("not started");
        }
        return desk;
    }

    /**
     * Goes on where the machine has what a test needs. Where it has not, the test is skipped and standard output says
     * so, for a skipped test is easily taken for a green one; in CI, or where the variable says {@code required}, it
     * fails.
     */
    static void skipUnless(boolean there, String variable, String otherwise) {
        if (there) {
            return;
        }
        if (System.getenv("CI") != null || "required".equals(System.getenv(variable))) {
            fail(otherwise + " In CI, or with " + variable + "=required, that is a failure.");
        }
        System.out.println(otherwise);
        Assumptions.abort(otherwise);
    }
}
