// What a package of an OCMW does all day, with a client that was generated from the document: token, feed, check with steps,
// fact, decision, receipt. Says on standard output what it saw; the test looks in the records whether it is so.
import { client } from './generated/client.gen';
import { getCheck, getDecision, listEvents, listFacts, recordDecision, recordFact, recordReceipt } from './generated/sdk.gen';
import type { CloudEventData, StepData } from './generated/types.gen';

const [base, clientId, clientSecret] = process.argv.slice(2) as [string, string, string];

async function token(): Promise<string> {
  const answer = await fetch(`${base}/api/v1/token`, {
    method: 'POST',
    headers: { Authorization: 'Basic ' + Buffer.from(`${clientId}:${clientSecret}`).toString('base64') },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const given = (await answer.json()) as { access_token: string };
  return given.access_token;
}

async function feed(): Promise<CloudEventData[]> {
  const events: CloudEventData[] = [];
  let after: string | undefined;
  for (;;) {
    const { data: page } = await listEvents({ query: { after, limit: 2 }, throwOnError: true });
    events.push(...page.events);
    after = page.next;
    if (!page.more) {
      return events;
    }
  }
}

const steps = (step: StepData): number => 1 + step.from.map(steps).reduce((sum, one) => sum + one, 0);

async function main(): Promise<void> {
  const bearer = await token();
  client.setConfig({ baseUrl: base, auth: () => bearer });

  const events = await feed();
  const proposed = events.find(event => event.type === 'check.proposed');
  if (!proposed?.data.check) {
    throw new Error('No check was proposed.');
  }

  const { data: check } = await getCheck({ path: { id: proposed.data.check.id }, query: { language: 'nl' }, throwOnError: true });
  if (!check.calculation || !check.summary.decisionId) {
    throw new Error('The check has no steps, or nobody answered it.');
  }

  const fact = () => recordFact({
    path: { id: check.summary.dossierId },
    headers: { 'Idempotency-Key': 'walk-fact-1' },
    body: { from: '2026-11-01', evidence: 'attest van gezinssamenstelling', value: { fact: 'category', category: 2 } },
    throwOnError: true,
  });
  const first = await fact();
  const again = await fact();

  // The history of the dossier: each kind of fact is known by its word.
  await recordFact({
    path: { id: check.summary.dossierId },
    headers: { 'Idempotency-Key': 'walk-fact-2' },
    body: { from: '2026-11-01', evidence: 'gesprek', value: { fact: 'language', language: 'fr' } },
    throwOnError: true,
  });
  const { data: history } = await listFacts({ path: { id: check.summary.dossierId }, throwOnError: true });
  const language = history.map(entry => entry.value).flatMap(value => ('language' in value ? [value.language] : []))[0];

  const decision = { path: { id: check.summary.decisionId } };
  const { data: before, response } = await getDecision({ ...decision, throwOnError: true });
  const { data: after } = await recordDecision({
    ...decision,
    headers: { 'Idempotency-Key': 'walk-decision-1', 'If-Match': response.headers.get('ETag') ?? '' },
    body: { decidedBy: 'committee', number: '2026/117', on: '2026-11-06', amount: before.proposedAmount, text: null },
    throwOnError: true,
  });

  await recordReceipt({ path: { id: proposed.id }, headers: { 'Idempotency-Key': 'walk-receipt-1' }, body: { outcome: 'received', reason: null }, throwOnError: true });

  // What is not there is said with a code that the types know.
  const { error } = await getCheck({ path: { id: proposed.data.dossier.id } });

  console.log(JSON.stringify({
    events: events.map(event => event.id), check: check.summary.id, steps: steps(check.calculation),
    fact: first.data.id, factAgain: again.data.id, language, next: after.next, missing: error?.code,
  }));
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exit(1);
});
