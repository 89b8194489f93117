/* ---- words ---- */

function t(model, key, params = {}) {
  const text = model.get("spec").text ?? {};
  const template = (params.n === 1 && text[`${key}.one`]) || text[key];
  if (template === undefined) return key;
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
}

const language = (model) => model.get("spec").language ?? "en";

function clock(model, iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : at.toLocaleTimeString(language(model), { hourCycle: "h23" });
}

function day(model, iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return String(iso ?? "");
  /* A bare date is a day, not midnight in London. */
  const zone = /^\d{4}-\d\d-\d\d$/.test(iso) ? { timeZone: "UTC" } : {};
  return at.toLocaleDateString(language(model), { year: "numeric", month: "short", day: "numeric", ...zone });
}

/* ---- answers, outbox, the browser's own copy ---- */

const storeKey = (model) => (model.get("spec").key ? `sellkit:${model.get("spec").key}` : "");

/* Read, merge and write at once: another tab may keep edits under the same key. */
function changeStore(model, alter) {
  const key = storeKey(model);
  if (!key) return [];
  try {
    const kept = alter(JSON.parse(localStorage.getItem(key) ?? "[]"));
    if (kept.length) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
    return kept;
  } catch {
    return []; // no storage (private window, full): the outbox still holds the edits
  }
}

function sayOutbox(model) {
  const pending = model.get("outbox") ?? [];
  send("sellkit:outbox", { key: model.get("spec").key ?? "", pending: pending.length, typing: draftsOf(model).size > 0 });
}

function setOutbox(model, edits) {
  model.set("outbox", edits);
  sayOutbox(model);
}

/* By message, not as shared state: a change of state waits until the one before was answered, and an answer that is
 * lost with the network would hold back all that follow. All that is pending goes each time, so the order stands. */
function post(model, more = {}) {
  model.send({ do: "edits", edits: model.get("outbox") ?? [], ...more });
}

const newId = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16)).join("");

const overlaid = new WeakMap(); // by model, for as long as neither part changes: a drawing asks hundreds of times

function answers(model) {
  const [value, outbox] = [model.get("value"), model.get("outbox")];
  const last = overlaid.get(model);
  if (last && last.value === value && last.outbox === outbox) return last.shown;
  const shown = { ...(value ?? {}) };
  for (const { field, to } of outbox ?? []) {
    if (to === null) delete shown[field];
    else shown[field] = to;
  }
  overlaid.set(model, { value, outbox, shown });
  return shown;
}

const answer = (model, field) => answers(model)[field] ?? null;
const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const locked = (model) => model.get("status")?.state === "readonly";

function edit(model, field, to, was = answer(model, field)) {
  if (locked(model) || (same(was, to) && same(answer(model, field), to))) return;
  const entry = { id: newId(), field, was: was ?? null, to: to ?? null, at: new Date().toISOString() };
  changeStore(model, (kept) => [...kept, entry]);
  setOutbox(model, [...(model.get("outbox") ?? []), entry]);
  post(model);
}

function emptied(to) {
  const clean = Object.fromEntries(Object.entries(to).filter(([, v]) => v !== null && v !== undefined && v !== ""));
  if (Array.isArray(clean.cites) && !clean.cites.length) delete clean.cites;
  const bare = Array.isArray(clean.value) ? !clean.value.length : clean.value === undefined;
  if (bare) delete clean.value;
  if (!clean.cites) delete clean.confidence;
  return Object.keys(clean).length ? { value: "", ...clean } : null; // a blank field may keep its citations
}

function change(model, field, parts, was) {
  const now = answer(model, field);
  edit(model, field, emptied({ ...(now ?? {}), ...parts }), was === undefined ? now : was);
}

const isBlank = (a) => !a || a.value === null || a.value === undefined || a.value === "";
const isUnknown = (a) => a?.value === "unknown";
const isConfirmed = (a) =>
  !isBlank(a) && !isUnknown(a) && a.cites?.length > 0 && ["explicit", "agreed"].includes(a.confidence);

function dropAcknowledged(model) {
  const done = new Set(model.get("acks") ?? []);
  changeStore(model, (kept) => kept.filter((e) => !done.has(e.id)));
  const pending = model.get("outbox") ?? [];
  const left = pending.filter((e) => !done.has(e.id));
  if (left.length !== pending.length) setOutbox(model, left);
}

function replayKept(model, wanted = () => true) {
  const done = new Set(model.get("acks") ?? []);
  const there = model.get("outbox") ?? [];
  const ids = new Set(there.map((e) => e.id));
  const kept = changeStore(model, (all) => all.filter((e) => !done.has(e.id)));
  const missing = kept.filter((e) => !ids.has(e.id) && wanted(e));
  if (!missing.length) return;
  setOutbox(model, [...missing, ...there]);
  post(model);
}

const isDue = (e) => !(Date.now() - Date.parse(e.at) < RETRY_MS);

/* A full disk has room again, or a message was lost with the connection: offer what has waited too long. */
function offerAgain(model) {
  if ((model.get("outbox") ?? []).some(isDue)) post(model, { again: true });
}

/* Where the next citation goes. Only the page needs to know, so it stays there: each view hears of it. */
function setFocus(model, field, label = "") {
  send("sellkit:focus", { key: model.get("spec").key ?? "", field, label });
}

/* For each view: take what another view of the same answer says, and leave what is said of another answer. */
const isOurs = (model, { key }) => !key || key === (model.get("spec").key ?? "");

function putCite(model, { field, passage, remove }) {
  const others = (answer(model, field)?.cites ?? []).filter((c) => c !== passage);
  change(model, field, { cites: remove ? others : [...others, passage] });
}

function command(model, name, parts = {}) {
  flush(model);
  send("sellkit:flush", {});
  model.send({ ...parts, do: name });
}

/* Typing that has not become an edit yet: {field: {text, was, timer, commit}} per model. */
const drafts = new WeakMap();
const draftsOf = (model) => drafts.get(model) ?? drafts.set(model, new Map()).get(model);

function flush(model) {
  for (const draft of [...draftsOf(model).values()]) draft.commit();
}

