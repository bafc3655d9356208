// As the owner of a vault, with a client that is not ours: says who may do what with a container, as JSON.
// In (standard input): {"issuer","clientId","clientSecret","container","agents":[WebID]}.
import { Session } from "@inrupt/solid-client-authn-node";
import { getAgentAccess, getAgentAccessAll, getPublicAccess } from "@inrupt/solid-client/universal";
import { getSolidDataset, getContainedResourceUrlAll, getLinkedResourceUrlAll, getResourceInfo, toRdfJsDataset } from "@inrupt/solid-client";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const asked = JSON.parse(Buffer.concat(chunks).toString("utf8"));

const session = new Session();
await session.login({ oidcIssuer: asked.issuer, clientId: asked.clientId, clientSecret: asked.clientSecret, tokenType: "DPoP" });
if (!session.info.isLoggedIn) throw new Error("not signed in");
const options = { fetch: session.fetch };

const answer = { webId: session.info.webId, resources: {} };
const members = getContainedResourceUrlAll(await getSolidDataset(asked.container, options));
for (const url of [asked.container, ...members, ...(asked.others ?? [])]) {
  answer.resources[url] = {
    all: await getAgentAccessAll(url, options),
    agents: Object.fromEntries(await Promise.all(asked.agents.map(async agent => [agent, await getAgentAccess(url, agent, options)]))),
    public: await getPublicAccess(url, options),
  };
}
// The rules themselves, triple by triple.
const rules = getLinkedResourceUrlAll(await getResourceInfo(asked.container, options)).acl[0];
answer.rules = [...toRdfJsDataset(await getSolidDataset(rules, options))].map(quad => [quad.subject.value, quad.predicate.value, quad.object.value].join(" ")).sort();
await session.logout();
console.log(JSON.stringify(answer));
process.exit(0);
