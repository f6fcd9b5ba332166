// Calls every operation of a gateway through the client that was generated from the gateway's own document, which holds
// each answer against that document. Ends with 0 when all is as it says.
import { client } from './generated/client.gen.js';
import { health, kill, metrics, openApi, put, readiness, submit, submitBatch } from './generated/index.js';
import { zLineResult, zProblem } from './generated/zod.gen.js';

declare const process: { argv: string[]; exitCode: number };

const [gateway, prefix] = process.argv.slice(2);
client.setConfig({ baseUrl: gateway ?? 'http://127.0.0.1:8080' });
const id = (name: string) => `${prefix ?? 'urn:example:check'}:${name}/of 100%`;
const text = 'The harbour will be closed on Monday, the port authority said.';

function must(what: string, holds: boolean, seen: unknown): void {
  if (!holds) {
    throw new Error(`${what}: ${JSON.stringify(seen)}`);
  }
  console.log(what);
}

// Bodies go out as they are.
const raw = { bodySerializer: null } as const;

const taken = await submit({ ...raw, body: JSON.stringify({ uri: 'urn:example:check', headline: 'Harbour closed', body_text: text }) });
must('an article is accepted', taken.response?.status === 202 && taken.data !== undefined && 'uri' in taken.data, taken);

const refused = await submit({ ...raw, body: '{' });
must('what is malformed is refused with a problem', zProblem.parse(refused.error).status === 400, refused.error);

const named = await put({ ...raw, path: { uri: id('put') }, body: text, headers: { 'Content-Type': 'text/plain' } });
must('an id in the path comes back as it was', named.data !== undefined && 'uri' in named.data && named.data.uri === id('put'), named);

const killed = await kill({ path: { uri: id('put') }, query: { reason: 'a mistake' } });
must('a kill is accepted', killed.response?.status === 202, killed);

const key = { 'Idempotency-Key': id('key').replaceAll(/[^!-~]/g, '-') };
const once = await put({ ...raw, path: { uri: id('once') }, body: text, headers: { 'Content-Type': 'text/plain', ...key } });
const twice = await put({ ...raw, path: { uri: id('once') }, body: text, headers: { 'Content-Type': 'text/plain', ...key } });
must('a retry gets the first answer', JSON.stringify(once.data) === JSON.stringify(twice.data) && once.data !== undefined, [once, twice]);

const lines = [1, 2, 3].map((i) => (i === 2 ? 'no json' : JSON.stringify({ uri: `urn:example:check-${i}`, headline: 'Harbour', body_text: text })));
const batch = await submitBatch({ ...raw, parseAs: 'text', responseValidator: undefined, body: lines.join('\n') });
const results = String(batch.data).trimEnd().split('\n').map((line) => zLineResult.parse(JSON.parse(line)));
must('a batch is answered line by line', results.map((line) => line.status).join() === '202,400,202', results);

must('the document is there', (await openApi()).data !== undefined, 'openapi.json');
must('it is live', (await health()).data !== undefined, 'healthz');
must('it is ready', (await readiness()).data !== undefined, 'readyz');
must('it has numbers', (await metrics({ parseAs: 'text' })).data !== undefined, 'metrics');
