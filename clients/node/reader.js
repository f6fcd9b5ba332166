#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { Channel } from './channel.js';

const HELP = `Reads a Wiredesk channel and prints each record as a line of JSON.

Usage: node reader.js [options] CHANNEL

  --bootstrap HOST:PORT  Kafka, several parted by commas (KAFKA_BOOTSTRAP_SERVERS; default 127.0.0.1:9092)
  --registry URL         the registry's Confluent API (SCHEMA_REGISTRY_URL; default http://127.0.0.1:8081/apis/ccompat/v7)
  --group NAME           the site's consumer group: goes on where it stopped; without one, from the beginning
  --max N                ends after N records; without it, goes on until Ctrl-C
  --help                 this

Exit status: 0 done, 2 wrong usage, 3 Kafka or the registry cannot be had.
`;

const USAGE = 2;
const PLATFORM = 3;

const { KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL } = process.env;

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      bootstrap: { type: 'string', default: KAFKA_BOOTSTRAP_SERVERS ?? '127.0.0.1:9092' },
      registry: { type: 'string', default: SCHEMA_REGISTRY_URL ?? 'http://127.0.0.1:8081/apis/ccompat/v7' },
      group: { type: 'string' },
      max: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (!values.help && positionals.length !== 1) {
    throw new Error('name one channel, as europe');
  }
  const max = values.max === undefined ? Infinity : Number(values.max);
  if (!(max >= 1) || (values.max !== undefined && !Number.isInteger(max))) {
    throw new Error(`--max takes a whole number from 1, not ${values.max}`);
  }
  return { ...values, max, channel: positionals[0] };
}

/** What a site does with a record. Records of one uri come in order, the last one is what stands. */
function take(record) {
  switch (record.delivery) {
    case 'publish': // A new story: the site shows it.
    case 'correct': // A later version of a story that the site has: it replaces that one, and is no news.
      break;
    case 'withdraw': // Takes the story down; a later version may bring it back.
    case 'kill': // Takes it down for good, from caches and archives too, and never shows this uri again.
      break; // Both come without text and tags; why says why.
    default: // A kind from later than this program: its schema's default says withdraw.
  }
  // A record may come twice (the place is kept after the record was taken): replacing by uri makes that harmless.
  console.log(JSON.stringify(record));
}

async function main() {
  let chosen;
  try {
    chosen = options();
  } catch (error) {
    console.error(`wiredesk-reader: ${error.message}. --help says how it is used`);
    return USAGE;
  }
  if (chosen.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { channel: name, bootstrap, registry, group, max } = chosen;
  const channel = new Channel(name, { brokers: bootstrap.split(','), registry, group });
  let taken = 0;
  try {
    await channel.read((record) => {
      take(record);
      taken += 1;
      return taken < max;
    });
    return 0;
  } catch (error) {
    console.error(`wiredesk-reader: ${error.message}`);
    return PLATFORM;
  }
}

process.exitCode = await main();
