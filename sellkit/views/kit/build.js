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
 * segmented({label, options: [{id, name, sign?, says?}], value, onpick(id|null), disabled, key, unknown: text?, told})
 *                               radio group; arrows move, Space/Enter picks, digits pick, picking again clears;
 *                               told = one under another, each with what it means
 * select({label, options: [{id, name}], value, onpick, blank: text, disabled, key})
 * drafting(ctx, field, save(text, was), pause?)   typing on its way to an edit: {text, type(text, node), commit()}. Sent when
 *                               it pauses, never in the middle of a Chinese composition; what textField is made of
 * textField(ctx, {field, label, rows, placeholder, key, read?(answer) → text, write?(text) → value, onfocus})
 *                               debounced (500 ms), flushed on blur, hiding the page and commands
 * choice(ctx, {field, label, options, help, focusLabel, told})   segmented + "not known yet" + help-me-choose, wired to the field
 * citeRow(ctx, {field, label})  chips of the passages, confidence, "cite a passage" (sets the focus)
 * notConfirmed(ctx, field)      what keeps a given mark from being confirmed, in a line
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
 * sellkit:outbox {key, pending, typing} · sellkit:show-passage {passage} · sellkit:jump {field} · sellkit:focus
 * {key, field, label} · sellkit:cite {key, field, passage, remove} (the view that edits answers puts it in) · sellkit:ask-outbox (editing views answer with sellkit:outbox) · sellkit:flush · sellkit:pane {pane: "dossier"|"board"|"checks"}
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

