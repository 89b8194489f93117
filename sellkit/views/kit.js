/* The kit: what every view shares. It stands in front of each view's own file (views/base.py joins them), so a view
 * uses these names without importing. A view file ends with
 *
 *     export default defineView("dossier", { setup(ctx) {…}, draw(ctx) { return [nodes]; } });
 *
 * draw() builds the whole view from model and ctx.state; the kit patches the page to match, so focus, caret and
 * an unfinished Chinese composition stay. Never keep a node from draw(): it may be thrown away. In handlers use
 * event.currentTarget, or find(ctx, key).
 *
 * ctx            { model, root, state, redraw(), cleanup(fn), listen(target, type, fn) }; state is yours
 * defineView(name, {setup, draw, edits})   edits:false = this view never edits answers (no replay of kept edits)
 *
 * BUILDING
 * h(tag, props, ...children)    element; children: text (set as text, never as markup), nodes, arrays, null/false.
 *                               props: class, key (identity among siblings), style {}, data {}, value, checked,
 *                               on<event> functions (onclick, onkeydown, onpointerdown …), any attribute;
 *                               true = empty attribute, null/false = none. keep:true = leave the children alone
 * svg(tag, props, ...children)  the same in the SVG namespace;   icon(name, label?) one of the kit's drawings
 * kept(tag, key, sign, build)   a part that stays as it is until its sign (a string) changes: all that build() reads
 *                               stands in the sign, or is read in handlers when they run. For what there are many of
 * numberOf(object)              a number for an object's identity, for signs
 * find(ctx, key)                the live node drawn with this key
 * t(model, key, params)         text; key+".one" is used when params.n is 1.   texts live in spec.text
 * clock(model, iso) · day(model, iso)     local time / date in the person's language
 *
 * ANSWERS
 * answers(model)                {field: answer}: value with the edits that are under way laid over it
 * answer(model, field)          one answer or null
 * edit(model, field, to, was?)  to = answer or null (remove). Kept in the browser until acknowledged
 * change(model, field, parts)   edit that keeps the other parts: change(m, f, {value: "sponsor"}); {value: null} blanks
 * isBlank(a) isUnknown(a) isConfirmed(a)  confirmed = known, cited, explicit or agreed; else draw it dashed
 * locked(model)                 true when nothing may be changed
 * setFocus(model, field, label) where the next citation goes (the dossier shows the label)
 * command(model, name, parts)   to Python: {do: name, …parts}; unsent typing of all views goes first
 * flush(model)                  send typing that still waits
 * Ctrl+Z / Ctrl+Shift+Z / Ctrl+Y outside text fields send "undo" / "redo" from any view.
 *
 * CONTROLS (all return a node; put them into draw())
 * button({text, icon, kind: "main"|"quiet"|"danger"|"", label, disabled, pressed, key, onclick})
 * iconButton({icon, label, …})  40 px square, label is read out and shown as tooltip
 * segmented({label, options: [{id, name, sign?, says?}], value, onpick(id|null), disabled, key, unknown: text?})
 *                               radio group; arrows move, Space/Enter picks, digits pick, picking again clears
 * select({label, options: [{id, name}], value, onpick, blank: text, disabled, key})
 * textField(ctx, {field, label, rows, placeholder, key, read?(answer) → text, write?(text) → value, onfocus})
 *                               debounced (500 ms), flushed on blur, hiding the page and commands
 * choice(ctx, {field, label, options, help, focusLabel})   segmented + "not known yet" + help-me-choose, wired to the field
 * citeRow(ctx, {field, label})  chips of the passages, confidence, "cite a passage" (sets the focus)
 * chip({text, icon, label, onclick, onremove, removeLabel, dashed, key})
 * findingsAt(ctx, field, {exact})  inline findings of a field (and of fields under it, unless exact)
 * severity(model, level)        icon and word
 * languageSwitch(ctx)           sends {do: "language", to}
 *
 * OVER THE PAGE
 * dialog(ctx, {title, draw(close), actions(close), wide, onclose}) → {close}   modal; a sheet on narrow screens
 * helpChoose(ctx, {title, options, value, onpick, help})   the levels of a scale with what each means; help =
 *                               [{ask, answers: [{says, level, because}]}] asks its way to a level
 * toast(ctx, text, {kind, action: {text, onclick}})  · announce(ctx, text) to screen readers only
 *
 * KEYBOARD
 * arrows(event, selector, {keys: "both"|"row"|"column", next: [..], previous: [..]})  moves focus among siblings
 * typing(event)                 true when the event comes from a text field
 *
 * BETWEEN VIEWS (CustomEvents on document)
 * sellkit:outbox {key, pending, oldest} · sellkit:show-passage {passage} · sellkit:jump {field} · sellkit:focus
 * {field, label} · sellkit:ask-outbox (editing views answer with sellkit:outbox) · sellkit:flush · sellkit:pane {pane: "dossier"|"board"|"checks"}
 * showPassage(passage) · jump(field) · onJump(ctx, fn(field)) · send(name, detail)
 */

/* ---- building ---- */

const ADDRESSES = new Set(["href", "src", "action", "formaction", "xlink:href"]);
const SVG = "http://www.w3.org/2000/svg";

function listenOn(node, type, fn) {
  node._on ??= {};
  if (!(type in node._on)) node.addEventListener(type, (event) => node._on[type]?.(event));
  node._on[type] = fn;
}

function setProps(node, props) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name.startsWith("on")) {
      if (typeof value === "function") listenOn(node, name.slice(2), value);
    } else if (value === null || value === undefined || value === false) {
      if (name === "checked") node._checked = node.checked = false;
    } else if (name === "key") {
      node._key = String(value);
      node.setAttribute("data-key", node._key);
    } else if (name === "style") {
      for (const [k, v] of Object.entries(value)) node.style.setProperty(k, v);
    } else if (name === "data") {
      for (const [k, v] of Object.entries(value)) node.dataset[k] = v;
    } else if (name === "keep") {
      node._keep = true;
    } else if (name === "checked") {
      node._checked = node.checked = true;
    } else if (name !== "value" || node.tagName === "LI") {
      if (ADDRESSES.has(name) && !/^(https?:|blob:|#|\?|\.\/|\/(?!\/))/i.test(String(value))) continue;
      if (name === "srcdoc") continue;
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

function fill(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === true) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

function h(tag, props, ...children) {
  const node = document.createElement(tag);
  if (tag === "button") node.type = "button";
  setProps(node, props);
  fill(node, children);
  if (props && "value" in props && tag !== "li") node.value = node._value = String(props.value ?? "");
  return node;
}

function svg(tag, props, ...children) {
  const node = document.createElementNS(SVG, tag);
  setProps(node, props);
  fill(node, children);
  return node;
}

function patchNode(old, fresh) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !(name === "open" && old.tagName === "DETAILS")) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) === value) continue;
    if (name === "style") old.style.cssText = fresh.style.cssText;
    else old.setAttribute(name, value);
  }
  for (const type of Object.keys(old._on ?? {})) old._on[type] = fresh._on?.[type];
  for (const [type, fn] of Object.entries(fresh._on ?? {})) listenOn(old, type, fn);
  if (!(fresh._keep && old._keep)) patch(old, [...fresh.childNodes]);
  if (fresh._value !== undefined && !old._composing) {
    old._value = fresh._value;
    if (old.value !== fresh._value) old.value = fresh._value;
  }
  if (fresh._checked !== undefined) old.checked = old._checked = fresh._checked;
}

function kept(tag, key, sign, build) {
  const stub = h(tag, { key });
  return Object.assign(stub, { _sign: sign, _build: build });
}

const numbers = new WeakMap();
let nextNumber = 1;
function numberOf(object) {
  if (!object) return 0;
  if (!numbers.has(object)) numbers.set(object, nextNumber++);
  return numbers.get(object);
}

const built = (node) => (node._build ? Object.assign(node._build(), { _sign: node._sign }) : node);

/* A fresh node goes onto the page as a whole: the parts in it that were kept back are built now. */
function complete(node) {
  for (const part of node.querySelectorAll?.("[data-key]") ?? []) if (part._build) part.replaceWith(complete(built(part)));
  return node;
}

const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && a._key === b._key;

/* Make parent's children match the fresh nodes, reusing what is there. */
function patch(parent, fresh) {
  const keyed = new Map();
  const wanted = new Set(fresh.map((node) => node._key));
  /* What goes, goes first: a node that is moved past it would lose the focus. */
  for (const node of [...parent.childNodes]) if (node._key !== undefined && !wanted.has(node._key)) node.remove();
  for (const node of parent.childNodes) if (node._key !== undefined) keyed.set(node._key, node);
  let here = parent.firstChild;
  for (let node of fresh) {
    let old = node._key !== undefined ? keyed.get(node._key) : here;
    while (old && node._key === undefined && old._key !== undefined) old = old.nextSibling;
    if (old && alike(old, node)) {
      if (old === here) here = here.nextSibling;
      else parent.insertBefore(old, here);
      keyed.delete(old._key);
      if (node._build && old._sign === node._sign) continue;
      node = built(node);
      patchNode(old, node);
      old._sign = node._sign;
    } else {
      parent.insertBefore(complete(built(node)), here);
    }
  }
  while (here) {
    const gone = here;
    here = here.nextSibling;
    gone.remove();
  }
}

const find = (ctx, key) => ctx.root.querySelector(`[data-key="${CSS.escape(key)}"]`);

/* ---- drawings: 24 × 24, stroke 1.75, no fill ---- */

const DRAWINGS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  error: "M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM12 8v5M12 16.2v.3",
  warning: "M12 4l9 16H3zM12 10v4.5M12 17v.3",
  hint: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2.1h5c0-.9.4-1.6 1-2.1A6 6 0 0 0 12 3z",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2L21 21",
  undo: "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4",
  redo: "M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h4",
  star: "M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z",
  cite: "M9.5 7C6.5 8 5 10.2 5 13v4h5v-5H7.6M18.5 7C15.5 8 14 10.2 14 13v4h5v-5h-2.4",
  help: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.6 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.8M12 16.5v.3",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9s1.2-6.4 3.7-9z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4",
  history: "M4 5v4h4M4.6 9A8.5 8.5 0 1 1 3.5 13M12 8v4.5l3 2",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6",
  flag: "M6 21V4M6 5h11l-2.5 4L17 13H6",
  pen: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
  eye: "M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  board: "M4 5h6v5H4zM14 5h6v5h-6zM9 15h6v5H9zM7 10v2.5h10V10M12 12.5V15",
  profile: "M4 21V6l8-3 8 3v15M4 21h16M9 9h.3M14.7 9h.3M9 13h.3M14.7 13h.3M10 21v-4h4v4",
  report: "M6 3h9l4 4v14H6zM15 3v4h4M9 17v-3M12.5 17v-6M16 17v-4",
  figures: "M4 20h16M6 20v-6h3v6M11 20V9h3v11M16 20V5h3v15",
  notice: "M4 10v4h3l7 4V6l-7 4zM17 9.5a4 4 0 0 1 0 5",
  minutes: "M7 4h10v17H7zM9.5 3h5v3h-5zM10 11h4M10 14.5h4M10 18h2.5",
  mail: "M3 6h18v13H3zM3 7l9 7 9-7",
  "call-notes": "M6 3h3l1.5 5-2 1.5a12 12 0 0 0 6 6l1.5-2 5 1.5v3c0 1.6-1.4 2.5-3 2.3C10 19.5 4.5 14 3.7 6 3.5 4.4 4.4 3 6 3z",
  press: "M4 5h13v15H6a2 2 0 0 1-2-2zM17 9h3v9a2 2 0 0 1-2 2M7.5 9h6v3h-6zM7.5 15.5h6",
  remark: "M4 5h16v11H11l-5 4v-4H4zM8 9.5h8M8 12.5h5",
  rfi: "M6 3h12v18H6zM9 8h6M9 11.5h6M10.5 17a1.5 1.5 0 1 1 2 .2",
};

function icon(name, label) {
  return svg(
    "svg",
    { class: `sk-icon sk-icon-${name}`, viewBox: "0 0 24 24", role: label ? "img" : null, "aria-label": label,
      "aria-hidden": label ? null : "true", focusable: "false" },
    svg("path", { d: DRAWINGS[name] ?? DRAWINGS.help }),
  );
}

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
    return []; // no storage (private window, full): the outbox trait still holds the edits
  }
}

function sayOutbox(model) {
  const pending = model.get("outbox") ?? [];
  send("sellkit:outbox", { key: model.get("spec").key ?? "", pending: pending.length, oldest: pending[0]?.at ?? null });
}

function setOutbox(model, edits) {
  model.set("outbox", edits);
  model.save_changes();
  sayOutbox(model);
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

function replayKept(model, isDue = () => true) {
  const done = new Set(model.get("acks") ?? []);
  const there = model.get("outbox") ?? [];
  const ids = new Set(there.map((e) => e.id));
  const kept = changeStore(model, (all) => all.filter((e) => !done.has(e.id)));
  const missing = kept.filter((e) => !ids.has(e.id) && isDue(e));
  if (missing.length) setOutbox(model, [...missing, ...there]);
}

/* A full disk has room again, or a message was lost with the connection: offer what has waited too long. */
function offerAgain(model) {
  const isDue = (e) => !(Date.now() - Date.parse(e.at) < RETRY_MS);
  replayKept(model, isDue);
  if ((model.get("outbox") ?? []).some(isDue)) model.send({ do: "retry" });
}

function setFocus(model, field, label = "") {
  if (model.get("focus") !== field) {
    model.set("focus", field);
    model.save_changes();
  }
  send("sellkit:focus", { field, label });
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

/* ---- between views ---- */

const send = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const showPassage = (passage) => send("sellkit:show-passage", { passage });
const jump = (field) => send("sellkit:jump", { field });
const onJump = (ctx, fn) => ctx.listen(document, "sellkit:jump", (e) => fn(e.detail.field));

/* ---- keyboard ---- */

const typing = (event) => !!event.target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]");

function arrows(event, selector, { keys = "both", next = [], previous = [] } = {}) {
  const forward = [...next, ...(keys !== "column" ? ["ArrowRight"] : []), ...(keys !== "row" ? ["ArrowDown"] : [])];
  const back = [...previous, ...(keys !== "column" ? ["ArrowLeft"] : []), ...(keys !== "row" ? ["ArrowUp"] : [])];
  const items = [...event.currentTarget.querySelectorAll(selector)].filter((n) => n.getClientRects().length);
  const at = items.indexOf(document.activeElement.closest?.(selector));
  let to = null;
  if (forward.includes(event.key)) to = at < 0 ? 0 : (at + 1) % items.length;
  else if (back.includes(event.key)) to = at < 0 ? items.length - 1 : (at - 1 + items.length) % items.length;
  else if (event.key === "Home") to = 0;
  else if (event.key === "End") to = items.length - 1;
  if (to === null || !items.length) return null;
  event.preventDefault();
  items[to].focus();
  return items[to];
}

/* ---- controls ---- */

function button({ text, icon: drawing, kind = "", label, pressed, class: more = "", ...props }) {
  return h("button", { ...props, class: `sk-button ${kind ? `sk-button-${kind}` : ""} ${more}`.trim(),
    "aria-label": label, "aria-pressed": pressed === undefined ? null : String(pressed) },
    drawing ? icon(drawing) : null, text ? h("span", {}, text) : null);
}

function iconButton({ icon: drawing, label, ...props }) {
  return button({ icon: drawing, label, title: label, ...props, class: `sk-button-icon ${props.class ?? ""}` });
}

function segmented({ label, options, value, onpick, disabled, key, unknown }) {
  const all = unknown ? [...options, { id: "unknown", name: unknown, unknown: true }] : options;
  const current = Math.max(0, all.findIndex((o) => o.id === value));
  const keydown = (event) => {
    if (arrows(event, "[role=radio]")) return;
    const digit = Number(event.key);
    if (digit >= 1 && digit <= all.length && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      if (!disabled) onpick(all[digit - 1].id);
    }
  };
  return h("div", { class: "sk-segmented", role: "radiogroup", "aria-label": label, key, onkeydown: keydown },
    all.map((option, at) => h("button", {
      class: `sk-segment ${option.unknown ? "sk-segment-unknown" : ""}`, role: "radio", key: option.id,
      "aria-checked": String(option.id === value), tabindex: at === current ? "0" : "-1", disabled,
      title: option.says, onclick: () => onpick(option.id === value ? null : option.id) },
      option.sign ? h("span", { class: "sk-sign", "aria-hidden": "true" }, option.sign) : null,
      h("span", {}, option.name))));
}

function select({ label, options, value, onpick, blank, disabled, key, hideLabel }) {
  return h("label", { class: "sk-select" },
    h("span", { class: hideLabel ? "sk-hidden" : "sk-label" }, label),
    h("select", { key, disabled, value: value ?? "", onchange: (e) => onpick(e.currentTarget.value || null) },
      blank !== undefined ? h("option", { value: "" }, blank) : null,
      options.map((o) => h("option", { value: o.id }, o.name))));
}

function textField(ctx, { field, label, rows = 2, placeholder, key = `text:${field}`, read, write, onfocus, hideLabel }) {
  const { model } = ctx;
  const waiting = draftsOf(model);
  const shown = read ?? ((a) => (typeof a?.value === "string" && a.value !== "unknown" ? a.value : ""));
  const commit = () => {
    const draft = waiting.get(field);
    if (!draft) return;
    clearTimeout(draft.timer);
    waiting.delete(field);
    const text = draft.text.trim() === "" ? null : draft.text;
    change(model, field, { value: text === null ? null : write ? write(text) : text }, draft.was);
  };
  const arm = (draft, node) => {
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => (node._composing ? arm(draft, node) : draft.commit()), 500);
  };
  const oninput = (event) => {
    const node = event.currentTarget;
    const draft = waiting.get(field) ?? { was: answer(model, field), commit };
    draft.text = node.value;
    waiting.set(field, draft);
    arm(draft, node);
    ctx.redraw();
  };
  return h("label", { class: "sk-text" },
    h("span", { class: hideLabel ? "sk-hidden" : "sk-label" }, label),
    h("textarea", { key, rows, placeholder, readonly: locked(model), spellcheck: "false", data: { field },
      maxlength: 2000, value: waiting.get(field)?.text ?? shown(answer(model, field)), oninput, onfocus,
      onblur: () => waiting.get(field)?.commit() }));
}

/* What a text field shows right now, typing included. */
function textNow(model, field) {
  const value = answer(model, field)?.value;
  return draftsOf(model).get(field)?.text ?? (typeof value === "string" && value !== "unknown" ? value : "");
}

function choice(ctx, { field, label, options, help, focusLabel = label, hideLabel }) {
  const { model } = ctx;
  const value = answer(model, field)?.value;
  const pick = (id) => {
    change(model, field, { value: id });
    setFocus(model, field, focusLabel);
  };
  return h("div", { class: "sk-choice", data: { field }, key: `choice:${field}`, onfocusin: () => setFocus(model, field, focusLabel) },
    h("div", { class: "sk-choice-head" },
      h("span", { class: hideLabel ? "sk-hidden" : "sk-label" }, label),
      options.some((o) => o.says) ? iconButton({ icon: "help", kind: "quiet", label: t(model, "views.kit.help-choose", { what: label }),
        onclick: () => helpChoose(ctx, { title: label, options, value, help, onpick: pick }) }) : null),
    segmented({ label, options, value, onpick: pick, disabled: locked(model), unknown: t(model, "views.kit.unknown"), key: `seg:${field}` }));
}

function chip({ text, icon: drawing, label, onclick, onremove, removeLabel, dashed, key }) {
  return h("span", { class: `sk-chip ${dashed ? "sk-chip-dashed" : ""}`, key },
    h(onclick ? "button" : "span", { class: "sk-chip-body", onclick, "aria-label": label, title: label },
      drawing ? icon(drawing) : null, h("span", {}, text)),
    onremove ? h("button", { class: "sk-chip-remove", "aria-label": removeLabel, title: removeLabel, onclick: onremove }, icon("close")) : null);
}

const CONFIDENCE = ["unclear", "inferred", "explicit", "agreed"];

function citeRow(ctx, { field, label, key = `cites:${field}` }) {
  const { model } = ctx;
  const now = answer(model, field);
  const cites = now?.cites ?? [];
  const names = model.get("spec").passages ?? {};
  const inFocus = model.get("focus") === field;
  const asks = t(model, inFocus ? "views.kit.citing" : cites.length ? "views.kit.cite-more" : "views.kit.cite");
  return h("div", { class: "sk-cites", key, data: { field } },
    cites.map((passage) => chip({ key: passage, icon: "cite", text: names[passage] ?? passage,
      label: t(model, "views.kit.show-passage", { passage: names[passage] ?? passage }), onclick: () => showPassage(passage),
      onremove: locked(model) ? null : () => change(model, field, { cites: cites.filter((c) => c !== passage) }),
      removeLabel: t(model, "views.kit.remove-passage", { passage: names[passage] ?? passage }) })),
    cites.length ? select({ label: t(model, "views.kit.confidence"), hideLabel: true, key: "confidence", value: now?.confidence,
      blank: t(model, "views.kit.confidence"), disabled: locked(model),
      options: CONFIDENCE.map((id) => ({ id, name: t(model, `views.kit.confidence.${id}`) })),
      onpick: (id) => change(model, field, { confidence: id }) }) : null,
    locked(model) ? null : button({ icon: "cite", kind: "quiet", pressed: inFocus, class: "sk-cite-here", key: "cite",
      text: asks, label: `${asks} (${label})`,
      onclick: () => { setFocus(model, field, label); send("sellkit:pane", { pane: "dossier" }); } }));
}

function severity(model, level) {
  const drawing = { error: "error", warning: "warning", hint: "hint" }[level] ?? "hint";
  return h("span", { class: `sk-severity sk-severity-${level}` }, icon(drawing), h("span", {}, t(model, `views.kit.severity.${level}`)));
}

function findingsAt(ctx, field, { exact = false } = {}) {
  const { model } = ctx;
  const here = (model.get("problems") ?? []).filter((p) => p.place === field || (!exact && p.place?.startsWith(`${field}/`)));
  if (!here.length) return null;
  return h("ul", { class: "sk-findings", key: `findings:${field}` }, here.map((p) =>
    h("li", { class: `sk-finding sk-finding-${p.severity}`, key: `${p.code}:${p.place}` },
      severity(model, p.severity), h("span", {}, p.message), p.next ? h("span", { class: "sk-next" }, p.next) : null)));
}

/* Each language is named in itself: who needs the switch cannot read the others. Python puts the names in. */
const LANGUAGES = __LANGUAGES__;

function languageSwitch(ctx) {
  const { model } = ctx;
  const now = language(model);
  return h("div", { class: "sk-languages", role: "group", "aria-label": t(model, "views.kit.language") }, Object.entries(LANGUAGES).map(([id, name]) =>
    h("button", { class: "sk-language", lang: id, key: id, "aria-pressed": String(id === now), onclick: () => id !== now && command(model, "language", { to: id }) }, name)));
}

/* ---- over the page ---- */

function dialog(ctx, { title, draw, actions, wide, onclose }) {
  const { model } = ctx;
  const id = newId();
  const node = document.createElement("dialog");
  node.className = `sk-dialog ${wide ? "sk-dialog-wide" : ""}`;
  node.setAttribute("aria-labelledby", id);
  const close = () => node.close();
  const redraw = () => patch(node, [
    h("div", { class: "sk-dialog-head" }, h("h2", { id }, title),
      iconButton({ icon: "close", kind: "quiet", label: t(model, "views.kit.close"), onclick: close })),
    h("div", { class: "sk-dialog-body" }, draw(close)),
    actions ? h("div", { class: "sk-dialog-actions" }, actions(close)) : h("div", { class: "sk-dialog-actions sk-hidden" })]);
  node.addEventListener("click", (e) => { if (e.target === node) close(); });
  node.addEventListener("close", () => {
    ctx.dialogs.delete(redraw);
    node.remove();
    onclose?.();
  });
  ctx.dialogs.add(redraw);
  redraw();
  ctx.layer.append(node);
  node.showModal();
  return { close, redraw, node };
}

function helpChoose(ctx, { title, options, value, onpick, help = [] }) {
  const { model } = ctx;
  let hinted = null;
  const box = dialog(ctx, { title, draw: (close) => [
    help.map((question, at) => h("fieldset", { class: "sk-ask", key: `ask${at}` }, h("legend", {}, question.ask),
      question.answers.map((a) => h("button", { class: "sk-button", "aria-pressed": String(hinted === a), key: a.says,
        onclick: () => { hinted = a; box.redraw(); announce(ctx, a.because); } }, a.says)),
      question.answers.includes(hinted) ? h("p", { class: "sk-because" }, icon("hint"), h("span", {},
        h("strong", {}, t(model, "views.kit.suggests", { level: options.find((o) => o.id === hinted.level)?.name ?? hinted.level })), " ", hinted.because)) : null)),
    h("ul", { class: "sk-levels", key: "levels" }, options.map((o) => h("li", { key: o.id },
      h("button", { class: `sk-level ${hinted?.level === o.id ? "is-hinted" : ""}`, "aria-pressed": String(o.id === value), disabled: locked(model),
        onclick: () => { if (o.id !== value) onpick(o.id); close(); } },
        h("strong", {}, o.sign ? h("span", { class: "sk-sign" }, o.sign) : null, o.name), h("span", {}, o.says ?? "")))))] });
  return box;
}

function toast(ctx, text, { kind = "", action } = {}) {
  const node = h("div", { class: `sk-toast ${kind ? `sk-toast-${kind}` : ""}`, role: "status" }, h("span", {}, text),
    action ? button({ text: action.text, kind: "quiet", onclick: () => { node.remove(); action.onclick(); } }) : null);
  ctx.layer.querySelector(".sk-toast")?.remove();
  ctx.layer.append(node);
  setTimeout(() => node.remove(), action ? 8000 : 4000);
}

function announce(ctx, text) {
  ctx.live.textContent = "";
  setTimeout(() => { ctx.live.textContent = text; }, 50);
}

/* ---- a view ---- */

const TRAITS = ["spec", "value", "problems", "focus", "outbox", "conflicts", "status"];
const OURS = ["keydown", "keyup", "keypress", "pointerdown", "mousedown", "dblclick", "contextmenu", "input", "paste", "copy", "cut"];
const RETRY_MS = 5000;

function undoKeys(model, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event)) return;
  const letter = event.key.toLowerCase();
  const name = letter === "y" || (letter === "z" && event.shiftKey) ? "redo" : letter === "z" ? "undo" : null;
  if (!name) return;
  event.preventDefault();
  command(model, name);
}

function defineView(name, { setup, draw, edits = true }) {
  function render({ model, el }) {
    const root = h("div", { class: `sk sk-${name}`, "data-lm-suppress-shortcuts": "true" });
    const stage = h("div", { class: "sk-stage" });
    const layer = h("div", { class: "sk-layer" });
    const live = h("div", { class: "sk-hidden", "aria-live": "polite", role: "status" });
    const undoing = [];
    let scheduled = false;
    const drawNow = () => {
      scheduled = false;
      root.lang = language(model);
      patch(stage, [draw(ctx)].flat(Infinity).filter((n) => n instanceof Node));
      for (const again of ctx.dialogs) again();
    };
    const ctx = {
      model, root, layer, live, state: {}, dialogs: new Set(), stage,
      redraw: () => {
        if (scheduled) return;
        scheduled = true;
        queueMicrotask(drawNow);
      },
      cleanup: (fn) => undoing.push(fn),
      listen: (target, type, fn, options) => {
        target.addEventListener(type, fn, options);
        undoing.push(() => target.removeEventListener(type, fn, options));
      },
    };
    el.classList.add("sk-host", `sk-host-${name}`);
    root.append(stage, layer, live);
    el.append(root);
    /* JupyterLab would take letters and arrows as its own commands. */
    for (const type of OURS) root.addEventListener(type, (e) => e.stopPropagation());
    root.addEventListener("keydown", (e) => undoKeys(model, e));
    root.addEventListener("compositionstart", (e) => { e.target._composing = true; });
    root.addEventListener("compositionend", (e) => { e.target._composing = false; });
    for (const trait of TRAITS) {
      model.on(`change:${trait}`, ctx.redraw);
      undoing.push(() => model.off(`change:${trait}`, ctx.redraw));
    }
    if (edits) {
      const acknowledged = () => dropAcknowledged(model);
      model.on("change:acks", acknowledged);
      undoing.push(() => model.off("change:acks", acknowledged));
      const leave = () => flush(model);
      ctx.listen(document, "sellkit:flush", () => flush(model));
      ctx.listen(document, "sellkit:ask-outbox", () => sayOutbox(model));
      ctx.listen(window, "pagehide", leave);
      ctx.listen(document, "visibilitychange", () => document.hidden && leave());
      const retry = setInterval(() => offerAgain(model), RETRY_MS);
      undoing.push(() => clearInterval(retry));
      replayKept(model);
      sayOutbox(model);
    }
    setup?.(ctx);
    drawNow();
    return () => {
      flush(model);
      for (const undo of undoing) undo();
    };
  }
  return { render };
}
