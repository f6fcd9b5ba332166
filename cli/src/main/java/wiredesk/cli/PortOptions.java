package wiredesk.cli;

import picocli.CommandLine.Option;
import wiredesk.standalone.Ports;

/** The ports of {@code up}, each on loopback. */
final class PortOptions {

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "${DEFAULT-VALUE}: where articles are taken")
    private int gateway;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "${DEFAULT-VALUE}: the schema registry")
    private int registry;

    @Option(
            names = "--enrich-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "${DEFAULT-VALUE}: enrich's health and metrics")
    private int enrich;

    @Option(
            names = "--publish-port",
            paramLabel = "PORT",
            defaultValue = "8083",
            description = "${DEFAULT-VALUE}: publish's health and metrics")
    private int publish;

    @Option(
            names = "--registry-management-port",
            paramLabel = "PORT",
            defaultValue = "8084",
            description = "${DEFAULT-VALUE}: the registry's health")
    private int registryManagement;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "${DEFAULT-VALUE}: the broker")
    private int kafka;

    @Option(
            names = "--controller-port",
            paramLabel = "PORT",
            defaultValue = "9093",
            description = "${DEFAULT-VALUE}: the broker's controller")
    private int controller;

    Ports ports() {
        return new Ports(gateway, enrich, publish, kafka, controller, registry, registryManagement);
    }
}
