package wiredesk.schemas.wire;

/** A schema that should have been registered before a service started is not. */
public final class SchemaNotRegisteredException extends RuntimeException {

    public SchemaNotRegisteredException(String subject) {
        super("The registry does not have this version's schema under the subject " + subject
                + ". Register it first: wiredesk provision");
    }
}
