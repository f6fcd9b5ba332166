// A channel as a stream of records: Kafka, the schema registry and Avro stop here.
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import avsc from 'avsc';
import { Kafka, logLevel } from 'kafkajs';

const LEVELS = { [logLevel.ERROR]: 'error', [logLevel.WARN]: 'warning' };

/** Instants are milliseconds on the wire and Dates here, which are ISO 8601 once they are JSON. */
class Instant extends avsc.types.LogicalType {
  _fromValue(milliseconds) {
    return new Date(milliseconds);
  }

  _toValue(date) {
    return date instanceof Date ? date.getTime() : undefined;
  }
}

/** Standard output is for records alone, and kafkajs would log to it. */
function logToStandardError() {
  return ({ level, log }) => console.error(`kafkajs ${LEVELS[level] ?? level}: ${log.message} ${log.error ?? ''}`);
}

export class Channel {
  #topic;
  #consumer;
  #deserializer;
  #keepsPlace;

  /**
   * @param {string} name the channel, as europe
   * @param {{brokers: string[], registry: string, group?: string}} where
   *   without a group the channel is read from its beginning, every time, and no place is kept
   */
  constructor(name, { brokers, registry, group }) {
    this.#topic = `published.${name}`;
    this.#keepsPlace = group !== undefined;
    const kafka = new Kafka({ clientId: 'wiredesk-reader', brokers, logLevel: logLevel.WARN, logCreator: logToStandardError });
    this.#consumer = kafka.consumer({
      groupId: group ?? `wiredesk-reader-${crypto.randomUUID()}`,
      // read_committed: a record of a transaction that was aborted was never published.
      readUncommitted: false,
      allowAutoTopicCreation: false,
      // Past the tries the reader ends, and whoever runs it starts it again.
      retry: { retries: 5, restartOnFailure: async () => false },
    });
    // Every value begins with the id of the schema that it was written with; the registry has the schema.
    const client = SchemaRegistryClient.newClient({ baseURLs: [registry] });
    this.#deserializer = new AvroDeserializer(client, SerdeType.VALUE, { logicalTypes: { 'timestamp-millis': Instant } });
  }

  /**
   * Hands on each record in its order, until take answers false; ends then, or fails when Kafka or the registry does.
   *
   * @param {(record: object) => boolean | Promise<boolean>} take
   */
  async read(take) {
    try {
      await this.#consumer.connect();
      await this.#consumer.subscribe({ topic: this.#topic, fromBeginning: true });
      await new Promise((resolve, reject) => {
        this.#consumer.on(this.#consumer.events.CRASH, ({ payload }) => reject(payload.error));
        this.#consumer.run({
          eachBatchAutoResolve: false, // A record's place is kept once it was taken, not before.
          autoCommit: this.#keepsPlace,
          eachBatch: (batch) => this.#readBatch(batch, take, resolve),
        }).catch(reject);
      });
    } finally {
      await this.#consumer.disconnect();
    }
  }

  async #readBatch({ batch, resolveOffset, heartbeat, isRunning, isStale }, take, end) {
    for (const message of batch.messages) {
      if (this.ended || !isRunning() || isStale()) {
        return;
      }
      // No value: Kafka's own mark that the key is gone. Wiredesk sends a record that says withdraw or kill.
      if (message.value !== null) {
        const record = await this.#deserializer.deserialize(this.#topic, message.value);
        this.ended = !(await take(record));
      }
      resolveOffset(message.offset);
      await heartbeat();
    }
    if (this.ended) {
      end();
    }
  }
}
