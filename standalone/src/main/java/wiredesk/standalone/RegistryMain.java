package wiredesk.standalone;

import java.io.IOException;

/**
 * Runs another program's main class and ends with the process that started it, however that one ends: a kill -9 runs no
 * shutdown hook, but it does close the pipe that this one reads. Runs in the child, without anything of ours beside it.
 */
public final class RegistryMain {

    private RegistryMain() {}

    /** Takes the main class, then its arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(RegistryMain::endWithParent);
        String[] rest = new String[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said: only that the pipe is still open matters.
            }
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
        }
        Runtime.getRuntime().halt(0);
    }
}
