/* What both boards share, between the kit and the board's own file.
 *
 * boardSetup(ctx, options)       state, jump, size; options: {fieldLabel(field), place(person) → [x, y, w, h] | null}
 * frame(ctx, {…})                the whole board: bar, map or table, inspector
 * canvas(ctx, plan, layers)      the plan, fitted; pan by pointer, zoom by buttons (narrow: as tall as it is, no pan)
 * personButton(ctx, person, …)   what opens a person; arrows move to the nearest card
 * startLink(ctx, event, from, …) a line pulled by pointer to another person
 * open(ctx, person, field?)      shows the person in the inspector and goes to a field
 */

const people = (model) => model.get("spec").people ?? [];
const personOf = (model, id) => people(model).find((p) => p.id === id);
const nameOf = (model, id) => personOf(model, id)?.name ?? id;
const isNarrow = (ctx) => (ctx.state.width ?? 1000) < 560;
const plan = (ctx) => ctx.model.get("plan")?.[isNarrow(ctx) ? "narrow" : "wide"] ?? { width: 0, height: 0, cards: {} };

function boardSetup(ctx, { ready }) {
  Object.assign(ctx.state, { person: null, table: false, zoom: null, at: [0, 0], uid: newId().slice(0, 8), ready });
  const { model, root, state } = ctx;
  model.on("change:plan", ctx.redraw);
  ctx.cleanup(() => model.off("change:plan", ctx.redraw));
  state.width = root.clientWidth || 1000;
  const watcher = new ResizeObserver(() => {
    const width = root.clientWidth;
    if (!width || width === state.width) return;
    state.width = width;
    ctx.redraw();
  });
  watcher.observe(root);
  ctx.cleanup(() => watcher.disconnect());
  ctx.cleanup(() => state.endGesture?.());
  onJump(ctx, (field) => {
    const person = field.split("/")[0];
    if (personOf(model, person)) open(ctx, person, field);
  });
}

/* ---- opening a person ---- */

/* After the drawing: the control may not be there yet. Who has already gone on is not called back to an earlier place. */
function soon(ctx, act, wait = 0) {
  clearTimeout(ctx.state.soon);
  ctx.state.soon = setTimeout(act, wait);
}

function open(ctx, person, field = null, { quiet = false } = {}) {
  ctx.state.person = person;
  ctx.state.cursor = person;
  ctx.state.ready?.(person, field);
  ctx.redraw();
  soon(ctx, () => {
    const panel = find(ctx, "inspector");
    if (!panel) return;
    if (!isNarrow(ctx)) bringIn(ctx, person);
    const spots = field ? [...panel.querySelectorAll("[data-field]")] : [];
    const spot = spots.find((n) => n.dataset.field === field) ?? spots.find((n) => field.startsWith(`${n.dataset.field}/`));
    const inside = "[role=radio][tabindex='0'], [role=checkbox], textarea, button, select";
    const target = spot ? (spot.matches("textarea, button") ? spot : spot.querySelector("[role=radio][tabindex='0'], [role=checkbox], textarea, [data-key=choose]") ?? spot.querySelector(inside)) : null;
    if (target) target.focus({ preventScroll: true });
    else if (!quiet) find(ctx, "inspector-name")?.focus({ preventScroll: true });
    if (field) (spot ?? panel).scrollIntoView({ block: "nearest" });
    else panel.scrollTop = 0;
  }, 30);
}

function shut(ctx) {
  const person = ctx.state.person;
  ctx.state.person = null;
  ctx.redraw();
  soon(ctx, () => find(ctx, `open:${person}`)?.focus({ preventScroll: true }), 30);
}

/* ---- cards and keys ---- */

function nearest(cards, from, key) {
  if (!cards[from]) return null;
  const [x, y, w, h0] = cards[from];
  const side = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!side) return null;
  let best = null;
  for (const [id, [x2, y2, w2, h2]] of Object.entries(cards)) {
    const dx = x2 + w2 / 2 - x - w / 2;
    const dy = y2 + h2 / 2 - y - h0 / 2;
    const along = dx * side[0] + dy * side[1];
    if (id === from || along <= 4) continue;
    const cost = along + 2.5 * (Math.abs(dx * side[1]) + Math.abs(dy * side[0]));
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}

function goTo(ctx, person) {
  ctx.state.cursor = person;
  if (ctx.state.person) ctx.state.person = person;
  ctx.redraw();
  soon(ctx, () => {
    const card = find(ctx, `open:${person}`);
    card?.focus({ preventScroll: true });
    bringIn(ctx, person);
  });
}

/* The one card that Tab goes to. */
const firstOf = ({ state, model }, cards) => (state.cursor && cards[state.cursor] ? state.cursor : people(model).find((p) => cards[p.id])?.id);

function personButton(ctx, person, { label, cards, extra, tree, ...props }, ...children) {
  const { state, model } = ctx;
  const first = firstOf(ctx, cards);
  const onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const boss = personOf(model, person)?.reports_to;
    const to = event.key === "ArrowUp" && cards[boss] && tree ? boss : nearest(cards, person, event.key);
    if (to) goTo(ctx, to);
    if (to || event.key.startsWith("Arrow")) event.preventDefault();
    else if (event.key === "Escape" && state.person) shut(ctx);
    else if (event.key === "?") keyHelp(ctx);
    else if (extra?.(event)) event.preventDefault();
  };
  return h("button", { class: "sk-open", key: `open:${person}`, "aria-label": label,
    tabindex: person === first ? "0" : "-1", "aria-expanded": String(state.person === person),
    onclick: (e) => open(ctx, person, null, { quiet: e.detail > 0 }), onkeydown,
    onfocus: () => { state.cursor = person; }, ...props }, ...children);
}

function keyHelp(ctx) {
  const { model } = ctx;
  const rows = ctx.state.keys?.() ?? [];
  dialog(ctx, { title: t(model, "boards.keys"), draw: () => h("table", { class: "sk-keys" }, h("tbody", {}, rows.map(([keys, does]) =>
    h("tr", {}, h("td", {}, keys.map((k) => [h("kbd", {}, k), " "])), h("td", {}, does))))) });
}

/* ---- the canvas ---- */

/* The same breakpoints and widths as in board.css: the inspector at the side always, only while open, or as a sheet. */
const BESIDE = [1000, 380];
const BESIDE_OPEN = [700, 340];

/* What the plan is fitted to, and what of it is in sight: opening a person must not make everything smaller. */
const roomToFit = ({ state }) => (state.width >= BESIDE[0] ? state.width - BESIDE[1] : state.width) - 2;
const roomFor = (ctx) => roomToFit(ctx) - (ctx.state.person && ctx.state.width < BESIDE[0] && ctx.state.width >= BESIDE_OPEN[0] ? BESIDE_OPEN[1] : 0);
const mostHeight = () => Math.max(460, Math.round(window.innerHeight * 0.74));
const fitWidth = (ctx, size) => Math.max(0.2, Math.min(1, roomToFit(ctx) / Math.max(size.width, 1)));
/* All of it if it stays easy to read; else as wide as it is. */
const fit = (ctx, size) => (mostHeight() / size.height < 0.75 ? fitWidth(ctx, size) : Math.min(fitWidth(ctx, size), mostHeight() / size.height));

function canvas(ctx, size, ...layers) {
  const { state, model } = ctx;
  const narrow = isNarrow(ctx);
  const scale = narrow ? fitWidth(ctx, size) : state.zoom ?? fit(ctx, size);
  const tall = size.height * scale;
  const height = narrow ? tall : Math.min(Math.max(tall, size.height * fit(ctx, size), 260), mostHeight());
  const room = roomFor(ctx);
  const spare = Math.max(0, (room - size.width * scale) / 2);
  state.view = { scale, spare, room, height, size };
  if (!state.panning) state.at = narrow ? [0, 0] : keepIn(state, state.at);
  return h("div", { class: `sk-canvas ${narrow ? "sk-canvas-flow" : ""}`, key: "canvas", role: "group", "aria-label": t(model, "boards.canvas"),
    style: { height: `${Math.round(height)}px` }, onpointerdown: narrow ? null : (e) => pan(ctx, e),
    onwheel: narrow ? null : (e) => wheel(ctx, e), onscroll: (e) => unscroll(ctx, e) },
    h("div", { class: "sk-world", key: "world", style: { width: `${size.width}px`, height: `${size.height}px`, transform: moved(state) } }, ...layers));
}

const moved = ({ view, at }) => `translate(${view.spare + at[0]}px, ${at[1]}px) scale(${view.scale})`;

/* At least the far edge stays in sight. */
function keepIn({ view }, [x, y]) {
  const slackX = Math.min(0, view.room - view.size.width * view.scale);
  const slackY = Math.min(0, view.height - view.size.height * view.scale);
  return [Math.min(0, Math.max(slackX, x)), Math.min(0, Math.max(slackY, y))];
}

/* The browser scrolls a hidden box to show what has the focus; we move the plan instead. */
function unscroll(ctx, event) {
  const node = event.currentTarget;
  const [x, y] = [node.scrollLeft, node.scrollTop];
  if (!x && !y) return;
  node.scrollTo(0, 0);
  moveTo(ctx, [ctx.state.at[0] - x, ctx.state.at[1] - y]);
}

function moveTo(ctx, at) {
  ctx.state.at = keepIn(ctx.state, at);
  const world = find(ctx, "world");
  if (world) world.style.transform = moved(ctx.state);
}

function bringIn(ctx, person) {
  const card = ctx.state.place?.(person) ?? plan(ctx).cards[person];
  const { view, at } = ctx.state;
  if (!card || !view) return;
  if (isNarrow(ctx)) {
    find(ctx, `open:${person}`)?.scrollIntoView({ block: "nearest" });
    return;
  }
  const [x, y, w, h0] = card.map((n) => n * view.scale);
  const shift = (start, length, from, room) => (start + from < 8 ? 8 - start : start + length + from > room - 8 ? room - 8 - start - length : from);
  moveTo(ctx, [shift(x + view.spare, w, at[0], view.room), shift(y, h0, at[1], view.height)]);
}

function zoomTo(ctx, zoom) {
  const { state } = ctx;
  const before = state.view;
  state.zoom = zoom === null ? null : Math.min(2, Math.max(0.2, zoom));
  if (zoom === null) state.at = [0, 0];
  else if (before) {
    const ratio = state.zoom / before.scale;
    state.at = [before.room / 2 - (before.room / 2 - state.at[0]) * ratio, before.height / 2 - (before.height / 2 - state.at[1]) * ratio];
  }
  ctx.redraw();
}

function showAll(ctx) {
  const { size } = ctx.state.view;
  zoomTo(ctx, Math.min(fitWidth(ctx, size), mostHeight() / size.height));
  ctx.state.at = [0, 0];
}

function wheel(ctx, event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoomTo(ctx, ctx.state.view.scale * (event.deltaY < 0 ? 1.1 : 0.9));
}

/* One pointer gesture: move(dx, dy, event) at most once per frame, then done(event, moved?). */
function gesture(ctx, event, { move, done }) {
  const node = event.currentTarget;
  const start = [event.clientX, event.clientY];
  let last = event;
  let far = false;
  let frame = 0;
  const step = () => {
    frame = 0;
    move?.(last.clientX - start[0], last.clientY - start[1], last);
  };
  const onmove = (e) => {
    if (e.pointerId !== event.pointerId) return;
    last = e;
    if (!far && Math.hypot(e.clientX - start[0], e.clientY - start[1]) < 5) return;
    far = true;
    frame ||= requestAnimationFrame(step);
  };
  const end = (e, cancelled) => {
    if (e.pointerId !== undefined && e.pointerId !== event.pointerId) return;
    cancelAnimationFrame(frame);
    if (frame && !cancelled) step(); // let go before the last move was drawn
    for (const [type, fn] of list) window.removeEventListener(type, fn, true);
    done?.(last, far && !cancelled, cancelled);
  };
  const list = [["pointermove", onmove], ["pointerup", (e) => { last = e; end(e, false); }], ["pointercancel", (e) => end(e, true)],
    ["keydown", (e) => { if (e.key === "Escape") { e.stopPropagation(); end({}, true); } }]];
  for (const [type, fn] of list) window.addEventListener(type, fn, true);
  ctx.state.endGesture = () => end({}, true);
  try { node.setPointerCapture?.(event.pointerId); } catch { /* the pointer is gone already */ }
}

function pan(ctx, event) {
  if (event.button || event.target.closest("button, [data-drag]")) return;
  const [x, y] = ctx.state.at;
  ctx.state.panning = true;
  gesture(ctx, event, {
    move: (dx, dy) => moveTo(ctx, [x + dx, y + dy]),
    done: () => { ctx.state.panning = false; },
  });
}

/* Where a pointer is, in the plan's own units. */
function onPlan(ctx, event) {
  const box = find(ctx, "world").getBoundingClientRect();
  return [(event.clientX - box.left) / ctx.state.view.scale, (event.clientY - box.top) / ctx.state.view.scale];
}

function startLink(ctx, event, from, { start, ondrop }) {
  if (event.button || locked(ctx.model)) return;
  event.preventDefault();
  event.stopPropagation();
  let over = null;
  const mark = (node) => {
    if (over === node) return;
    over?.classList.remove("sk-target");
    over = node;
    over?.classList.add("sk-target");
  };
  gesture(ctx, event, {
    move: (_dx, _dy, e) => {
      const [x, y] = onPlan(ctx, e);
      find(ctx, "rubber")?.setAttribute("d", `M${start[0]} ${start[1]}L${x} ${y}`);
      const hit = ctx.root.getRootNode().elementFromPoint(e.clientX, e.clientY)?.closest?.("[data-person]");
      mark(hit && ctx.root.contains(hit) && hit.dataset.person !== from ? hit : null);
    },
    done: (_e, far) => {
      const to = over?.dataset.person;
      mark(null);
      find(ctx, "rubber")?.setAttribute("d", "");
      if (far && to) ondrop(to);
    },
  });
}

const rubber = (size) => svg("svg", { class: "sk-lines sk-over", width: size.width, height: size.height, "aria-hidden": "true", key: "over" },
  svg("path", { key: "rubber", class: "sk-rubber", keep: true }));

const arrowHead = (ctx) => svg("defs", { key: "defs" }, svg("marker", { id: `sk-arrow-${ctx.state.uid}`, viewBox: "0 0 9 9", refX: 8, refY: 4.5,
  markerWidth: 9, markerHeight: 9, orient: "auto", markerUnits: "userSpaceOnUse" }, svg("path", { d: "M0 0L9 4.5L0 9z", class: "sk-arrow" })));
const arrowEnd = (ctx) => `url(#sk-arrow-${ctx.state.uid})`;

/* ---- the whole board ---- */

function frame(ctx, { title, progress, tools, views, board, table, inspector, legend }) {
  const { state, model } = ctx;
  const view = (on) => ({ pressed: state.table === on, onclick: () => { state.table = on; ctx.redraw(); } });
  const showZoom = !state.table && !isNarrow(ctx);
  return h("section", { class: "sk-board", "aria-label": title },
    h("div", { class: "sk-board-bar" },
      h("h2", {}, title),
      h("span", { class: "sk-board-progress" }, progress),
      h("div", { class: "sk-board-tools" },
        tools,
        showZoom ? h("div", { class: "sk-group", role: "group", "aria-label": t(model, "boards.zoom") },
          button({ text: "−", kind: "quiet", class: "sk-button-icon", label: t(model, "boards.zoom-out"), title: t(model, "boards.zoom-out"), onclick: () => zoomTo(ctx, state.view.scale / 1.2) }),
          button({ text: t(model, "boards.fit"), kind: "quiet", label: t(model, "boards.fit-long"), title: t(model, "boards.fit-long"), onclick: () => showAll(ctx) }),
          button({ text: "+", kind: "quiet", class: "sk-button-icon", label: t(model, "boards.zoom-in"), title: t(model, "boards.zoom-in"), onclick: () => zoomTo(ctx, state.view.scale * 1.2) })) : null,
        h("div", { class: "sk-group", role: "group", "aria-label": t(model, "boards.view") },
          button({ text: t(model, views[0]), kind: "quiet", ...view(false) }),
          button({ text: t(model, views[1]), kind: "quiet", ...view(true) })),
        iconButton({ icon: "help", kind: "quiet", label: t(model, "boards.keys"), onclick: () => keyHelp(ctx) }))),
    h("div", { class: `sk-board-body ${state.person ? "sk-board-open" : ""}` },
      h("div", { class: "sk-board-main", key: "main" }, state.table ? table() : board()),
      state.person ? panel(ctx, inspector) : h("div", { class: "sk-panel sk-panel-legend", key: "legend" }, legend())));
}

function panel(ctx, inspector) {
  const { state, model } = ctx;
  const all = people(model).map((p) => p.id);
  const at = all.indexOf(state.person);
  const person = personOf(model, state.person);
  const step = (by) => open(ctx, all[(at + by + all.length) % all.length]);
  const { progress, body } = inspector(state.person);
  return h("aside", { class: "sk-panel sk-inspector", key: "inspector", "aria-label": t(model, "boards.inspector", { name: person.name }),
    onkeydown: (e) => { if (e.key === "Escape" && !e.defaultPrevented) { e.preventDefault(); shut(ctx); } } },
    h("div", { class: "sk-panel-head" },
      h("div", { class: "sk-grow" }, h("h3", { key: "inspector-name", tabindex: "-1" }, person.name), h("p", { class: "sk-soft sk-small" }, person.title)),
      iconButton({ icon: "close", kind: "quiet", label: t(model, "boards.close"), onclick: () => shut(ctx) })),
    h("div", { class: "sk-panel-steps" },
      iconButton({ icon: "left", kind: "quiet", label: t(model, "boards.previous"), onclick: () => step(-1), key: "previous" }),
      h("span", { class: "sk-panel-progress" }, progress),
      iconButton({ icon: "right", kind: "quiet", label: t(model, "boards.next"), onclick: () => step(1), key: "next" })),
    h("div", { class: "sk-panel-body", key: `body:${state.person}` }, body));
}

/* The findings of a person or of one field. */
const findingsOf = ({ model }, place) => (model.get("problems") ?? []).filter((p) => p.place === place || p.place?.startsWith(`${place}/`));

/* How many findings a person has, as a small counter on the card. */
function findingCount(ctx, person) {
  const here = findingsOf(ctx, person);
  if (!here.length) return null;
  const worst = ["error", "warning", "hint"].find((s) => here.some((p) => p.severity === s));
  return h("span", { class: `sk-count sk-count-${worst}`, title: here.map((p) => p.message).join("\n") }, icon(worst), String(here.length));
}
