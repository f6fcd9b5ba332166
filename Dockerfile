# One image a service, and one with the command line. First: mvn -DskipTests package
#
#   docker build --build-arg SERVICE=ingest -t wiredesk/ingest .
#
# A service takes its settings from the environment (KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL, ...), answers on
# port 8080 and keeps its state in the volume; `docker run --rm wiredesk/ingest --help` lists them all.

# Any image with a JRE 25 on its PATH, and bash.
ARG BASE=eclipse-temurin:25-jre
# ingest, enrich, publish or cli
ARG SERVICE=ingest

FROM ${BASE} AS process
ARG SERVICE
# By number: no base needs to know the name, and Kubernetes can see that it is not root.
RUN mkdir -p /var/lib/wiredesk && chown 10001:10001 /var/lib/wiredesk
COPY ${SERVICE}/target/lib /opt/wiredesk/lib
COPY ${SERVICE}/target/wiredesk-${SERVICE}.jar /opt/wiredesk/wiredesk.jar
WORKDIR /var/lib/wiredesk
USER 10001:10001

FROM process AS service
# The host is the container's own network; who may reach the port is said where the container is run.
ENV HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8080 \
    STATE_DIR=/var/lib/wiredesk
VOLUME /var/lib/wiredesk
EXPOSE 8080
# Without curl, which not every base has. Starting includes restoring the state, so only compose and the like may wait
# on this, and nobody restarts a service for it: for that there is /healthz.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$HTTP_PORT && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# The exec form, so that SIGTERM reaches Java. RocksDB's memory is outside the heap, so the heap gets half.
ENTRYPOINT ["java", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", \
    "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/wiredesk/wiredesk.jar"]

FROM service AS ingest
FROM service AS enrich
FROM service AS publish

# Every other command, the one-shot set-up among them, with the rules and channels that ship.
FROM process AS cli
COPY taxonomy /opt/wiredesk/taxonomy
COPY channels /opt/wiredesk/channels
USER root
RUN printf '%s\n' '#!/bin/sh' 'exec java --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
    -XX:MaxRAMPercentage=50 -XX:+UseSerialGC -Dwiredesk.home=/opt/wiredesk -jar /opt/wiredesk/wiredesk.jar "$@"' \
    > /usr/local/bin/wiredesk && chmod 755 /usr/local/bin/wiredesk
USER 10001:10001
ENTRYPOINT ["wiredesk"]

FROM ${SERVICE}
